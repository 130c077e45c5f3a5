/**
 * Regions by provider: `id|name|Arabic name`, one a line. The English names are the providers' own, as their consoles and
 * status pages spell them; the Arabic ones say the same. Regions that are announced but not yet open are in here too.
 */
export const REGION_NAMES: { [provider: string]: string } = {
  aws: `
us-east-1|US East (N. Virginia)|شرق الولايات المتحدة (شمال فرجينيا)
us-east-2|US East (Ohio)|شرق الولايات المتحدة (أوهايو)
us-west-1|US West (N. California)|غرب الولايات المتحدة (شمال كاليفورنيا)
us-west-2|US West (Oregon)|غرب الولايات المتحدة (أوريغون)
us-south-1|US South|جنوب الولايات المتحدة
us-gov-east-1|GovCloud (US-East)|السحابة الحكومية (شرق الولايات المتحدة)
us-gov-west-1|GovCloud (US-West)|السحابة الحكومية (غرب الولايات المتحدة)
af-south-1|Africa (Cape Town)|أفريقيا (كيب تاون)
ap-east-1|Asia Pacific (Hong Kong)|آسيا والمحيط الهادئ (هونغ كونغ)
ap-east-2|Asia Pacific (Taipei)|آسيا والمحيط الهادئ (تايبيه)
ap-south-1|Asia Pacific (Mumbai)|آسيا والمحيط الهادئ (مومباي)
ap-south-2|Asia Pacific (Hyderabad)|آسيا والمحيط الهادئ (حيدر آباد)
ap-northeast-1|Asia Pacific (Tokyo)|آسيا والمحيط الهادئ (طوكيو)
ap-northeast-2|Asia Pacific (Seoul)|آسيا والمحيط الهادئ (سيول)
ap-northeast-3|Asia Pacific (Osaka)|آسيا والمحيط الهادئ (أوساكا)
ap-southeast-1|Asia Pacific (Singapore)|آسيا والمحيط الهادئ (سنغافورة)
ap-southeast-2|Asia Pacific (Sydney)|آسيا والمحيط الهادئ (سيدني)
ap-southeast-3|Asia Pacific (Jakarta)|آسيا والمحيط الهادئ (جاكرتا)
ap-southeast-4|Asia Pacific (Melbourne)|آسيا والمحيط الهادئ (ملبورن)
ap-southeast-5|Asia Pacific (Malaysia)|آسيا والمحيط الهادئ (ماليزيا)
ap-southeast-6|Asia Pacific (New Zealand)|آسيا والمحيط الهادئ (نيوزيلندا)
ap-southeast-7|Asia Pacific (Thailand)|آسيا والمحيط الهادئ (تايلاند)
ca-central-1|Canada (Central)|كندا (الوسطى)
ca-west-1|Canada West (Calgary)|غرب كندا (كالغاري)
cn-north-1|China (Beijing)|الصين (بكين)
cn-northwest-1|China (Ningxia)|الصين (نينغشيا)
eu-central-1|Europe (Frankfurt)|أوروبا (فرانكفورت)
eu-central-2|Europe (Zurich)|أوروبا (زيورخ)
eu-west-1|Europe (Ireland)|أوروبا (أيرلندا)
eu-west-2|Europe (London)|أوروبا (لندن)
eu-west-3|Europe (Paris)|أوروبا (باريس)
eu-north-1|Europe (Stockholm)|أوروبا (ستوكهولم)
eu-south-1|Europe (Milan)|أوروبا (ميلانو)
eu-south-2|Europe (Spain)|أوروبا (إسبانيا)
eusc-de-east-1|European Sovereign Cloud (Germany)|السحابة السيادية الأوروبية (ألمانيا)
il-central-1|Israel (Tel Aviv)|إسرائيل (تل أبيب)
me-central-1|Middle East (UAE)|الشرق الأوسط (الإمارات)
me-south-1|Middle East (Bahrain)|الشرق الأوسط (البحرين)
me-west-1|Middle East (Saudi Arabia)|الشرق الأوسط (السعودية)
mx-central-1|Mexico (Central)|المكسيك (الوسطى)
sa-east-1|South America (São Paulo)|أمريكا الجنوبية (ساو باولو)
sa-west-1|South America (Chile)|أمريكا الجنوبية (تشيلي)`,
  azure: `
eastus|East US|شرق الولايات المتحدة
eastus2|East US 2|شرق الولايات المتحدة 2
eastus3|East US 3|شرق الولايات المتحدة 3
eastus2euap|East US 2 EUAP|شرق الولايات المتحدة 2 (تجريبي)
centralus|Central US|وسط الولايات المتحدة
centraluseuap|Central US EUAP|وسط الولايات المتحدة (تجريبي)
northcentralus|North Central US|شمال وسط الولايات المتحدة
southcentralus|South Central US|جنوب وسط الولايات المتحدة
southcentralus2|South Central US 2|جنوب وسط الولايات المتحدة 2
southeastus|Southeast US|جنوب شرق الولايات المتحدة
southeastus3|Southeast US 3|جنوب شرق الولايات المتحدة 3
westcentralus|West Central US|غرب وسط الولايات المتحدة
westus|West US|غرب الولايات المتحدة
westus2|West US 2|غرب الولايات المتحدة 2
westus3|West US 3|غرب الولايات المتحدة 3
canadacentral|Canada Central|وسط كندا
canadaeast|Canada East|شرق كندا
brazilsouth|Brazil South|جنوب البرازيل
brazilsoutheast|Brazil Southeast|جنوب شرق البرازيل
brazilnortheast|Brazil Northeast|شمال شرق البرازيل
chilecentral|Chile Central|وسط تشيلي
mexicocentral|Mexico Central|وسط المكسيك
northeurope|North Europe|شمال أوروبا
northeurope2|North Europe 2|شمال أوروبا 2
westeurope|West Europe|غرب أوروبا
uksouth|UK South|جنوب المملكة المتحدة
ukwest|UK West|غرب المملكة المتحدة
francecentral|France Central|وسط فرنسا
francesouth|France South|جنوب فرنسا
germanywestcentral|Germany West Central|غرب وسط ألمانيا
germanynorth|Germany North|شمال ألمانيا
switzerlandnorth|Switzerland North|شمال سويسرا
switzerlandwest|Switzerland West|غرب سويسرا
norwayeast|Norway East|شرق النرويج
norwaywest|Norway West|غرب النرويج
swedencentral|Sweden Central|وسط السويد
swedensouth|Sweden South|جنوب السويد
denmarkeast|Denmark East|شرق الدنمارك
finlandcentral|Finland Central|وسط فنلندا
austriaeast|Austria East|شرق النمسا
belgiumcentral|Belgium Central|وسط بلجيكا
polandcentral|Poland Central|وسط بولندا
italynorth|Italy North|شمال إيطاليا
spaincentral|Spain Central|وسط إسبانيا
greececentral|Greece Central|وسط اليونان
israelcentral|Israel Central|وسط إسرائيل
israelnorthwest|Israel Northwest|شمال غرب إسرائيل
qatarcentral|Qatar Central|وسط قطر
uaenorth|UAE North|شمال الإمارات
uaecentral|UAE Central|وسط الإمارات
saudiarabiaeast|Saudi Arabia East|شرق السعودية
saudiarabiacentral|Saudi Arabia Central|وسط السعودية
southafricanorth|South Africa North|شمال جنوب أفريقيا
southafricawest|South Africa West|غرب جنوب أفريقيا
eastasia|East Asia|شرق آسيا
southeastasia|Southeast Asia|جنوب شرق آسيا
japaneast|Japan East|شرق اليابان
japanwest|Japan West|غرب اليابان
koreacentral|Korea Central|وسط كوريا
koreasouth|Korea South|جنوب كوريا
centralindia|Central India|وسط الهند
southindia|South India|جنوب الهند
westindia|West India|غرب الهند
jioindiacentral|Jio India Central|جيو وسط الهند
jioindiawest|Jio India West|جيو غرب الهند
indiasouthcentral|India South Central|جنوب وسط الهند
indonesiacentral|Indonesia Central|وسط إندونيسيا
malaysiasouth|Malaysia South|جنوب ماليزيا
malaysiawest|Malaysia West|غرب ماليزيا
taiwannorth|Taiwan North|شمال تايوان
taiwannorthwest|Taiwan Northwest|شمال غرب تايوان
newzealandnorth|New Zealand North|شمال نيوزيلندا
australiaeast|Australia East|شرق أستراليا
australiasoutheast|Australia Southeast|جنوب شرق أستراليا
australiacentral|Australia Central|وسط أستراليا
australiacentral2|Australia Central 2|وسط أستراليا 2
chinaeast|China East|شرق الصين
chinaeast2|China East 2|شرق الصين 2
chinaeast3|China East 3|شرق الصين 3
chinanorth|China North|شمال الصين
chinanorth2|China North 2|شمال الصين 2
chinanorth3|China North 3|شمال الصين 3
usgovvirginia|US Gov Virginia|الحكومة الأمريكية، فرجينيا
usgovarizona|US Gov Arizona|الحكومة الأمريكية، أريزونا
usgovtexas|US Gov Texas|الحكومة الأمريكية، تكساس
usgoviowa|US Gov Iowa|الحكومة الأمريكية، آيوا
usdodcentral|US DoD Central|وزارة الدفاع الأمريكية، الوسط
usdodeast|US DoD East|وزارة الدفاع الأمريكية، الشرق`,
  gcp: `
us-central1|Iowa (us-central1)|آيوا (us-central1)
us-central2|Oklahoma (us-central2)|أوكلاهوما (us-central2)
us-east1|South Carolina (us-east1)|كارولاينا الجنوبية (us-east1)
us-east4|Northern Virginia (us-east4)|شمال فرجينيا (us-east4)
us-east5|Columbus (us-east5)|كولومبوس (us-east5)
us-east7|Alabama (us-east7)|ألاباما (us-east7)
us-south1|Dallas (us-south1)|دالاس (us-south1)
us-west1|Oregon (us-west1)|أوريغون (us-west1)
us-west2|Los Angeles (us-west2)|لوس أنجلوس (us-west2)
us-west3|Salt Lake City (us-west3)|سولت ليك سيتي (us-west3)
us-west4|Las Vegas (us-west4)|لاس فيغاس (us-west4)
us-west8|Phoenix (us-west8)|فينيكس (us-west8)
northamerica-northeast1|Montréal (northamerica-northeast1)|مونتريال (northamerica-northeast1)
northamerica-northeast2|Toronto (northamerica-northeast2)|تورونتو (northamerica-northeast2)
northamerica-south1|Querétaro (northamerica-south1)|كيريتارو (northamerica-south1)
southamerica-east1|São Paulo (southamerica-east1)|ساو باولو (southamerica-east1)
southamerica-west1|Santiago (southamerica-west1)|سانتياغو (southamerica-west1)
europe-central2|Warsaw (europe-central2)|وارسو (europe-central2)
europe-north1|Finland (europe-north1)|فنلندا (europe-north1)
europe-north2|Stockholm (europe-north2)|ستوكهولم (europe-north2)
europe-southwest1|Madrid (europe-southwest1)|مدريد (europe-southwest1)
europe-west1|Belgium (europe-west1)|بلجيكا (europe-west1)
europe-west2|London (europe-west2)|لندن (europe-west2)
europe-west3|Frankfurt (europe-west3)|فرانكفورت (europe-west3)
europe-west4|Netherlands (europe-west4)|هولندا (europe-west4)
europe-west6|Zurich (europe-west6)|زيورخ (europe-west6)
europe-west8|Milan (europe-west8)|ميلانو (europe-west8)
europe-west9|Paris (europe-west9)|باريس (europe-west9)
europe-west10|Berlin (europe-west10)|برلين (europe-west10)
europe-west12|Turin (europe-west12)|تورينو (europe-west12)
asia-east1|Taiwan (asia-east1)|تايوان (asia-east1)
asia-east2|Hong Kong (asia-east2)|هونغ كونغ (asia-east2)
asia-northeast1|Tokyo (asia-northeast1)|طوكيو (asia-northeast1)
asia-northeast2|Osaka (asia-northeast2)|أوساكا (asia-northeast2)
asia-northeast3|Seoul (asia-northeast3)|سيول (asia-northeast3)
asia-south1|Mumbai (asia-south1)|مومباي (asia-south1)
asia-south2|Delhi (asia-south2)|دلهي (asia-south2)
asia-southeast1|Singapore (asia-southeast1)|سنغافورة (asia-southeast1)
asia-southeast2|Jakarta (asia-southeast2)|جاكرتا (asia-southeast2)
asia-southeast3|Bangkok (asia-southeast3)|بانكوك (asia-southeast3)
australia-southeast1|Sydney (australia-southeast1)|سيدني (australia-southeast1)
australia-southeast2|Melbourne (australia-southeast2)|ملبورن (australia-southeast2)
africa-south1|Johannesburg (africa-south1)|جوهانسبرغ (africa-south1)
me-central1|Doha (me-central1)|الدوحة (me-central1)
me-central2|Dammam (me-central2)|الدمام (me-central2)
me-west1|Tel Aviv (me-west1)|تل أبيب (me-west1)
us|United States (multi-region)|الولايات المتحدة (عدة مناطق)
eu|European Union (multi-region)|الاتحاد الأوروبي (عدة مناطق)
asia|Asia (multi-region)|آسيا (عدة مناطق)`,
  oracle: `
us-ashburn-1|US East (Ashburn)|شرق الولايات المتحدة (آشبرن)
us-phoenix-1|US West (Phoenix)|غرب الولايات المتحدة (فينيكس)
us-sanjose-1|US West (San Jose)|غرب الولايات المتحدة (سان خوسيه)
us-chicago-1|US Midwest (Chicago)|وسط غرب الولايات المتحدة (شيكاغو)
us-dallas-1|US South (Dallas)|جنوب الولايات المتحدة (دالاس)
us-saltlake-2|US West (Salt Lake City)|غرب الولايات المتحدة (سولت ليك سيتي)
us-abilene-1|US South (Abilene)|جنوب الولايات المتحدة (أبيلين)
us-boardman-1|US West (Boardman)|غرب الولايات المتحدة (بوردمان)
ca-montreal-1|Canada Southeast (Montreal)|جنوب شرق كندا (مونتريال)
ca-toronto-1|Canada Southeast (Toronto)|جنوب شرق كندا (تورونتو)
mx-queretaro-1|Mexico Central (Queretaro)|وسط المكسيك (كيريتارو)
mx-monterrey-1|Mexico Northeast (Monterrey)|شمال شرق المكسيك (مونتيري)
sa-saopaulo-1|Brazil East (Sao Paulo)|شرق البرازيل (ساو باولو)
sa-vinhedo-1|Brazil Southeast (Vinhedo)|جنوب شرق البرازيل (فينييدو)
sa-santiago-1|Chile Central (Santiago)|وسط تشيلي (سانتياغو)
sa-valparaiso-1|Chile West (Valparaiso)|غرب تشيلي (فالبارايسو)
sa-bogota-1|Colombia Central (Bogota)|وسط كولومبيا (بوغوتا)
uk-london-1|UK South (London)|جنوب المملكة المتحدة (لندن)
uk-cardiff-1|UK West (Newport)|غرب المملكة المتحدة (نيوبورت)
eu-frankfurt-1|Germany Central (Frankfurt)|وسط ألمانيا (فرانكفورت)
eu-zurich-1|Switzerland North (Zurich)|شمال سويسرا (زيورخ)
eu-amsterdam-1|Netherlands Northwest (Amsterdam)|شمال غرب هولندا (أمستردام)
eu-paris-1|France Central (Paris)|وسط فرنسا (باريس)
eu-marseille-1|France South (Marseille)|جنوب فرنسا (مرسيليا)
eu-madrid-1|Spain Central (Madrid)|وسط إسبانيا (مدريد)
eu-madrid-3|Spain Central (Madrid 3)|وسط إسبانيا (مدريد 3)
eu-milan-1|Italy Northwest (Milan)|شمال غرب إيطاليا (ميلانو)
eu-turin-1|Italy North (Turin)|شمال إيطاليا (تورينو)
eu-stockholm-1|Sweden Central (Stockholm)|وسط السويد (ستوكهولم)
eu-jovanovac-1|Serbia Central (Jovanovac)|وسط صربيا (يوفانوفاتس)
il-jerusalem-1|Israel Central (Jerusalem)|وسط إسرائيل (القدس)
me-jeddah-1|Saudi Arabia West (Jeddah)|غرب السعودية (جدة)
me-riyadh-1|Saudi Arabia Central (Riyadh)|وسط السعودية (الرياض)
me-dubai-1|UAE East (Dubai)|شرق الإمارات (دبي)
me-abudhabi-1|UAE Central (Abu Dhabi)|وسط الإمارات (أبوظبي)
me-abudhabi-3|UAE Central (Abu Dhabi 3)|وسط الإمارات (أبوظبي 3)
af-johannesburg-1|South Africa Central (Johannesburg)|وسط جنوب أفريقيا (جوهانسبرغ)
af-casablanca-1|Morocco West (Casablanca)|غرب المغرب (الدار البيضاء)
ap-tokyo-1|Japan East (Tokyo)|شرق اليابان (طوكيو)
ap-osaka-1|Japan Central (Osaka)|وسط اليابان (أوساكا)
ap-seoul-1|South Korea Central (Seoul)|وسط كوريا الجنوبية (سيول)
ap-chuncheon-1|South Korea North (Chuncheon)|شمال كوريا الجنوبية (تشونتشون)
ap-singapore-1|Singapore (Singapore)|سنغافورة (سنغافورة)
ap-singapore-2|Singapore West (Singapore)|غرب سنغافورة (سنغافورة)
ap-batam-1|Indonesia North (Batam)|شمال إندونيسيا (باتام)
ap-kulai-2|Malaysia West (Kulai)|غرب ماليزيا (كولاي)
ap-mumbai-1|India West (Mumbai)|غرب الهند (مومباي)
ap-hyderabad-1|India South (Hyderabad)|جنوب الهند (حيدر آباد)
ap-delhi-1|India North (Delhi)|شمال الهند (دلهي)
ap-sydney-1|Australia East (Sydney)|شرق أستراليا (سيدني)
ap-melbourne-1|Australia Southeast (Melbourne)|جنوب شرق أستراليا (ملبورن)
us-langley-1|US Gov East (Ashburn)|حكومة الولايات المتحدة، الشرق (آشبرن)
us-luke-1|US Gov West (Phoenix)|حكومة الولايات المتحدة، الغرب (فينيكس)`,
  digitalocean: `
nyc1|New York 1|نيويورك 1
nyc2|New York 2|نيويورك 2
nyc3|New York 3|نيويورك 3
ams2|Amsterdam 2|أمستردام 2
ams3|Amsterdam 3|أمستردام 3
sfo1|San Francisco 1|سان فرانسيسكو 1
sfo2|San Francisco 2|سان فرانسيسكو 2
sfo3|San Francisco 3|سان فرانسيسكو 3
sgp1|Singapore 1|سنغافورة 1
lon1|London 1|لندن 1
fra1|Frankfurt 1|فرانكفورت 1
tor1|Toronto 1|تورونتو 1
blr1|Bangalore 1|بنغالور 1
syd1|Sydney 1|سيدني 1
atl1|Atlanta 1|أتلانتا 1
ric1|Richmond 1|ريتشموند 1`,
  "akamai-linode": `
us-east|Newark, NJ|نيوارك
us-central|Dallas, TX|دالاس
us-west|Fremont, CA|فريمونت
us-southeast|Atlanta, GA|أتلانتا
us-ord|Chicago, IL|شيكاغو
us-iad|Washington, DC|واشنطن
us-iad-2|Washington 2, DC|واشنطن 2
us-sea|Seattle, WA|سياتل
us-mia|Miami, FL|ميامي
us-lax|Los Angeles, CA|لوس أنجلوس
ca-central|Toronto, CA|تورونتو
eu-west|London, UK|لندن
gb-lon|London 2, UK|لندن 2
eu-central|Frankfurt, DE|فرانكفورت
de-fra-2|Frankfurt 2, DE|فرانكفورت 2
fr-par|Paris, FR|باريس
fr-par-2|Paris 2, FR|باريس 2
nl-ams|Amsterdam, NL|أمستردام
se-sto|Stockholm, SE|ستوكهولم
es-mad|Madrid, ES|مدريد
it-mil|Milan, IT|ميلانو
no-osl|Oslo, NO|أوسلو
br-gru|São Paulo, BR|ساو باولو
in-maa|Chennai, IN|تشيناي
ap-west|Mumbai, IN|مومباي
in-bom-2|Mumbai 2, IN|مومباي 2
ap-south|Singapore, SG|سنغافورة
sg-sin-2|Singapore 2, SG|سنغافورة 2
ap-northeast|Tokyo 2, JP|طوكيو 2
jp-tyo-3|Tokyo 3, JP|طوكيو 3
jp-osa|Osaka, JP|أوساكا
id-cgk|Jakarta, ID|جاكرتا
ap-southeast|Sydney, AU|سيدني
au-mel|Melbourne, AU|ملبورن`,
  vultr: `
ewr|New Jersey|نيوجيرسي
ord|Chicago|شيكاغو
dfw|Dallas|دالاس
sea|Seattle|سياتل
lax|Los Angeles|لوس أنجلوس
atl|Atlanta|أتلانتا
sjc|Silicon Valley|وادي السيليكون
mia|Miami|ميامي
hnl|Honolulu|هونولولو
yto|Toronto|تورونتو
mex|Mexico City|مكسيكو سيتي
sao|São Paulo|ساو باولو
scl|Santiago|سانتياغو
lhr|London|لندن
man|Manchester|مانشستر
ams|Amsterdam|أمستردام
fra|Frankfurt|فرانكفورت
cdg|Paris|باريس
mad|Madrid|مدريد
waw|Warsaw|وارسو
sto|Stockholm|ستوكهولم
tlv|Tel Aviv|تل أبيب
jnb|Johannesburg|جوهانسبرغ
bom|Mumbai|مومباي
del|Delhi NCR|دلهي
blr|Bangalore|بنغالور
sgp|Singapore|سنغافورة
nrt|Tokyo|طوكيو
itm|Osaka|أوساكا
icn|Seoul|سيول
syd|Sydney|سيدني
mel|Melbourne|ملبورن`,
  hetzner: `
fsn1|Falkenstein|فالكنشتاين
nbg1|Nuremberg|نورنبرغ
hel1|Helsinki|هلسنكي
ash|Ashburn, VA|آشبرن
hil|Hillsboro, OR|هيلزبورو
sin|Singapore|سنغافورة`,
  scaleway: `
fr-par|Paris|باريس
nl-ams|Amsterdam|أمستردام
pl-waw|Warsaw|وارسو
it-mil|Milan|ميلانو`,
  ibm: `
us-south|Dallas|دالاس
us-east|Washington DC|واشنطن
ca-tor|Toronto|تورونتو
ca-mon|Montreal|مونتريال
br-sao|São Paulo|ساو باولو
eu-gb|London|لندن
eu-de|Frankfurt|فرانكفورت
eu-es|Madrid|مدريد
jp-tok|Tokyo|طوكيو
jp-osa|Osaka|أوساكا
au-syd|Sydney|سيدني
in-che|Chennai|تشيناي`,
};
