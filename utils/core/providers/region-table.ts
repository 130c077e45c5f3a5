/**
 * Regions by provider: `id|name`, one per line. The names are those of the providers' consoles and status pages; other languages have
 * theirs in `locales/`. Regions that are announced but not open yet are included.
 */
export const REGION_NAMES: { [provider: string]: string } = {
  aws: `
us-east-1|US East (N. Virginia)
us-east-2|US East (Ohio)
us-west-1|US West (N. California)
us-west-2|US West (Oregon)
us-south-1|US South
us-gov-east-1|GovCloud (US-East)
us-gov-west-1|GovCloud (US-West)
af-south-1|Africa (Cape Town)
ap-east-1|Asia Pacific (Hong Kong)
ap-east-2|Asia Pacific (Taipei)
ap-south-1|Asia Pacific (Mumbai)
ap-south-2|Asia Pacific (Hyderabad)
ap-northeast-1|Asia Pacific (Tokyo)
ap-northeast-2|Asia Pacific (Seoul)
ap-northeast-3|Asia Pacific (Osaka)
ap-southeast-1|Asia Pacific (Singapore)
ap-southeast-2|Asia Pacific (Sydney)
ap-southeast-3|Asia Pacific (Jakarta)
ap-southeast-4|Asia Pacific (Melbourne)
ap-southeast-5|Asia Pacific (Malaysia)
ap-southeast-6|Asia Pacific (New Zealand)
ap-southeast-7|Asia Pacific (Thailand)
ca-central-1|Canada (Central)
ca-west-1|Canada West (Calgary)
cn-north-1|China (Beijing)
cn-northwest-1|China (Ningxia)
eu-central-1|Europe (Frankfurt)
eu-central-2|Europe (Zurich)
eu-west-1|Europe (Ireland)
eu-west-2|Europe (London)
eu-west-3|Europe (Paris)
eu-north-1|Europe (Stockholm)
eu-south-1|Europe (Milan)
eu-south-2|Europe (Spain)
eusc-de-east-1|European Sovereign Cloud (Germany)
il-central-1|Israel (Tel Aviv)
me-central-1|Middle East (UAE)
me-south-1|Middle East (Bahrain)
me-west-1|Middle East (Saudi Arabia)
mx-central-1|Mexico (Central)
sa-east-1|South America (São Paulo)
sa-west-1|South America (Chile)`,
  azure: `
eastus|East US
eastus2|East US 2
eastus3|East US 3
eastus2euap|East US 2 EUAP
centralus|Central US
centraluseuap|Central US EUAP
northcentralus|North Central US
southcentralus|South Central US
southcentralus2|South Central US 2
southeastus|Southeast US
southeastus3|Southeast US 3
westcentralus|West Central US
westus|West US
westus2|West US 2
westus3|West US 3
canadacentral|Canada Central
canadaeast|Canada East
brazilsouth|Brazil South
brazilsoutheast|Brazil Southeast
brazilnortheast|Brazil Northeast
chilecentral|Chile Central
mexicocentral|Mexico Central
northeurope|North Europe
northeurope2|North Europe 2
westeurope|West Europe
uksouth|UK South
ukwest|UK West
francecentral|France Central
francesouth|France South
germanywestcentral|Germany West Central
germanynorth|Germany North
switzerlandnorth|Switzerland North
switzerlandwest|Switzerland West
norwayeast|Norway East
norwaywest|Norway West
swedencentral|Sweden Central
swedensouth|Sweden South
denmarkeast|Denmark East
finlandcentral|Finland Central
austriaeast|Austria East
belgiumcentral|Belgium Central
polandcentral|Poland Central
italynorth|Italy North
spaincentral|Spain Central
greececentral|Greece Central
israelcentral|Israel Central
israelnorthwest|Israel Northwest
qatarcentral|Qatar Central
uaenorth|UAE North
uaecentral|UAE Central
saudiarabiaeast|Saudi Arabia East
saudiarabiacentral|Saudi Arabia Central
southafricanorth|South Africa North
southafricawest|South Africa West
eastasia|East Asia
southeastasia|Southeast Asia
japaneast|Japan East
japanwest|Japan West
koreacentral|Korea Central
koreasouth|Korea South
centralindia|Central India
southindia|South India
westindia|West India
jioindiacentral|Jio India Central
jioindiawest|Jio India West
indiasouthcentral|India South Central
indonesiacentral|Indonesia Central
malaysiasouth|Malaysia South
malaysiawest|Malaysia West
taiwannorth|Taiwan North
taiwannorthwest|Taiwan Northwest
newzealandnorth|New Zealand North
australiaeast|Australia East
australiasoutheast|Australia Southeast
australiacentral|Australia Central
australiacentral2|Australia Central 2
chinaeast|China East
chinaeast2|China East 2
chinaeast3|China East 3
chinanorth|China North
chinanorth2|China North 2
chinanorth3|China North 3
usgovvirginia|US Gov Virginia
usgovarizona|US Gov Arizona
usgovtexas|US Gov Texas
usgoviowa|US Gov Iowa
usdodcentral|US DoD Central
usdodeast|US DoD East`,
  gcp: `
us-central1|Iowa (us-central1)
us-central2|Oklahoma (us-central2)
us-east1|South Carolina (us-east1)
us-east4|Northern Virginia (us-east4)
us-east5|Columbus (us-east5)
us-east7|Alabama (us-east7)
us-south1|Dallas (us-south1)
us-west1|Oregon (us-west1)
us-west2|Los Angeles (us-west2)
us-west3|Salt Lake City (us-west3)
us-west4|Las Vegas (us-west4)
us-west8|Phoenix (us-west8)
northamerica-northeast1|Montréal (northamerica-northeast1)
northamerica-northeast2|Toronto (northamerica-northeast2)
northamerica-south1|Querétaro (northamerica-south1)
southamerica-east1|São Paulo (southamerica-east1)
southamerica-west1|Santiago (southamerica-west1)
europe-central2|Warsaw (europe-central2)
europe-north1|Finland (europe-north1)
europe-north2|Stockholm (europe-north2)
europe-southwest1|Madrid (europe-southwest1)
europe-west1|Belgium (europe-west1)
europe-west2|London (europe-west2)
europe-west3|Frankfurt (europe-west3)
europe-west4|Netherlands (europe-west4)
europe-west6|Zurich (europe-west6)
europe-west8|Milan (europe-west8)
europe-west9|Paris (europe-west9)
europe-west10|Berlin (europe-west10)
europe-west12|Turin (europe-west12)
asia-east1|Taiwan (asia-east1)
asia-east2|Hong Kong (asia-east2)
asia-northeast1|Tokyo (asia-northeast1)
asia-northeast2|Osaka (asia-northeast2)
asia-northeast3|Seoul (asia-northeast3)
asia-south1|Mumbai (asia-south1)
asia-south2|Delhi (asia-south2)
asia-southeast1|Singapore (asia-southeast1)
asia-southeast2|Jakarta (asia-southeast2)
asia-southeast3|Bangkok (asia-southeast3)
australia-southeast1|Sydney (australia-southeast1)
australia-southeast2|Melbourne (australia-southeast2)
africa-south1|Johannesburg (africa-south1)
me-central1|Doha (me-central1)
me-central2|Dammam (me-central2)
me-west1|Tel Aviv (me-west1)
us|United States (multi-region)
eu|European Union (multi-region)
asia|Asia (multi-region)`,
  oracle: `
us-ashburn-1|US East (Ashburn)
us-phoenix-1|US West (Phoenix)
us-sanjose-1|US West (San Jose)
us-chicago-1|US Midwest (Chicago)
us-dallas-1|US South (Dallas)
us-saltlake-2|US West (Salt Lake City)
us-abilene-1|US South (Abilene)
us-boardman-1|US West (Boardman)
ca-montreal-1|Canada Southeast (Montreal)
ca-toronto-1|Canada Southeast (Toronto)
mx-queretaro-1|Mexico Central (Queretaro)
mx-monterrey-1|Mexico Northeast (Monterrey)
sa-saopaulo-1|Brazil East (Sao Paulo)
sa-vinhedo-1|Brazil Southeast (Vinhedo)
sa-santiago-1|Chile Central (Santiago)
sa-valparaiso-1|Chile West (Valparaiso)
sa-bogota-1|Colombia Central (Bogota)
uk-london-1|UK South (London)
uk-cardiff-1|UK West (Newport)
eu-frankfurt-1|Germany Central (Frankfurt)
eu-zurich-1|Switzerland North (Zurich)
eu-amsterdam-1|Netherlands Northwest (Amsterdam)
eu-paris-1|France Central (Paris)
eu-marseille-1|France South (Marseille)
eu-madrid-1|Spain Central (Madrid)
eu-madrid-3|Spain Central (Madrid 3)
eu-milan-1|Italy Northwest (Milan)
eu-turin-1|Italy North (Turin)
eu-stockholm-1|Sweden Central (Stockholm)
eu-jovanovac-1|Serbia Central (Jovanovac)
il-jerusalem-1|Israel Central (Jerusalem)
me-jeddah-1|Saudi Arabia West (Jeddah)
me-riyadh-1|Saudi Arabia Central (Riyadh)
me-dubai-1|UAE East (Dubai)
me-abudhabi-1|UAE Central (Abu Dhabi)
me-abudhabi-3|UAE Central (Abu Dhabi 3)
af-johannesburg-1|South Africa Central (Johannesburg)
af-casablanca-1|Morocco West (Casablanca)
ap-tokyo-1|Japan East (Tokyo)
ap-osaka-1|Japan Central (Osaka)
ap-seoul-1|South Korea Central (Seoul)
ap-chuncheon-1|South Korea North (Chuncheon)
ap-singapore-1|Singapore (Singapore)
ap-singapore-2|Singapore West (Singapore)
ap-batam-1|Indonesia North (Batam)
ap-kulai-2|Malaysia West (Kulai)
ap-mumbai-1|India West (Mumbai)
ap-hyderabad-1|India South (Hyderabad)
ap-delhi-1|India North (Delhi)
ap-sydney-1|Australia East (Sydney)
ap-melbourne-1|Australia Southeast (Melbourne)
us-langley-1|US Gov East (Ashburn)
us-luke-1|US Gov West (Phoenix)`,
  digitalocean: `
nyc1|New York 1
nyc2|New York 2
nyc3|New York 3
ams2|Amsterdam 2
ams3|Amsterdam 3
sfo1|San Francisco 1
sfo2|San Francisco 2
sfo3|San Francisco 3
sgp1|Singapore 1
lon1|London 1
fra1|Frankfurt 1
tor1|Toronto 1
blr1|Bangalore 1
syd1|Sydney 1
atl1|Atlanta 1
ric1|Richmond 1`,
  "akamai-linode": `
us-east|Newark, NJ
us-central|Dallas, TX
us-west|Fremont, CA
us-southeast|Atlanta, GA
us-ord|Chicago, IL
us-iad|Washington, DC
us-iad-2|Washington 2, DC
us-sea|Seattle, WA
us-mia|Miami, FL
us-lax|Los Angeles, CA
ca-central|Toronto, CA
eu-west|London, UK
gb-lon|London 2, UK
eu-central|Frankfurt, DE
de-fra-2|Frankfurt 2, DE
fr-par|Paris, FR
fr-par-2|Paris 2, FR
nl-ams|Amsterdam, NL
se-sto|Stockholm, SE
es-mad|Madrid, ES
it-mil|Milan, IT
no-osl|Oslo, NO
br-gru|São Paulo, BR
in-maa|Chennai, IN
ap-west|Mumbai, IN
in-bom-2|Mumbai 2, IN
ap-south|Singapore, SG
sg-sin-2|Singapore 2, SG
ap-northeast|Tokyo 2, JP
jp-tyo-3|Tokyo 3, JP
jp-osa|Osaka, JP
id-cgk|Jakarta, ID
ap-southeast|Sydney, AU
au-mel|Melbourne, AU`,
  vultr: `
ewr|New Jersey
ord|Chicago
dfw|Dallas
sea|Seattle
lax|Los Angeles
atl|Atlanta
sjc|Silicon Valley
mia|Miami
hnl|Honolulu
yto|Toronto
mex|Mexico City
sao|São Paulo
scl|Santiago
lhr|London
man|Manchester
ams|Amsterdam
fra|Frankfurt
cdg|Paris
mad|Madrid
waw|Warsaw
sto|Stockholm
tlv|Tel Aviv
jnb|Johannesburg
bom|Mumbai
del|Delhi NCR
blr|Bangalore
sgp|Singapore
nrt|Tokyo
itm|Osaka
icn|Seoul
syd|Sydney
mel|Melbourne`,
  hetzner: `
fsn1|Falkenstein
nbg1|Nuremberg
hel1|Helsinki
ash|Ashburn, VA
hil|Hillsboro, OR
sin|Singapore`,
  scaleway: `
fr-par|Paris
nl-ams|Amsterdam
pl-waw|Warsaw
it-mil|Milan`,
  ibm: `
us-south|Dallas
us-east|Washington DC
ca-tor|Toronto
ca-mon|Montreal
br-sao|São Paulo
eu-gb|London
eu-de|Frankfurt
eu-es|Madrid
jp-tok|Tokyo
jp-osa|Osaka
au-syd|Sydney
in-che|Chennai`,
};
