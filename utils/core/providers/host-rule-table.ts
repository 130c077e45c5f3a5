/**
 * Host names that providers give to their customers and services, as their documentation spells them.
 *
 * How to add a host rule: find the provider's block, or add one (and the provider to `provider-table.ts`); add a line or a pattern; check
 * it with `npm run --silent where -- NAME`; add an example to `tests/unit/providers/host-rules.test.ts`; run `npm run check`.
 *
 * A line without indentation names a provider. The lines below it read `service pattern…`, with `-` where the name does not tell the
 * service. A pattern matches the end of a host name, from a dot on:
 *
 *   {region}               a region of the provider, in the form of `region-patterns.ts`
 *   {code}                 Google's two-letter code of a region
 *   {multi}                a region or continent of Google
 *   {aws} {gcp} {azure}    the region of the cloud that the service is hosted on
 *   {any}                  any label
 *   *                      any characters, dots among them
 *   #                      digits
 *   service=region         the region of names that do not contain it
 *   ~suffix                names below the suffix have service and region in various orders (`cloud-host-names.ts`)
 *
 * Of all matching patterns, the one with the longest fixed end applies; of those with the same end, the first that finds a region.
 */
export const HOST_RULES = `
aws
 - ~amazonaws.com ~api.aws ~on.aws ~amazonaws.eu ~api.amazonwebservices.eu ~on.amazonwebservices.eu
 ec2=us-east-1 compute-1.amazonaws.com ec2.amazonaws.com
 iam=us-east-1 iam.amazonaws.com
 sts=us-east-1 sts.amazonaws.com
 route53=us-east-1 route53.amazonaws.com
 cloudfront=us-east-1 cloudfront.amazonaws.com
 waf=us-east-1 waf.amazonaws.com
 budgets=us-east-1 budgets.amazonaws.com
 simpledb=us-east-1 sdb.amazonaws.com
 s3=us-east-1 s3-external-1.amazonaws.com
 sqs=us-east-1 queue.amazonaws.com
 sqs {region}.queue.amazonaws.com
 s3 s3-accelerate.amazonaws.com s3-accelerate.dualstack.amazonaws.com s3.amazonaws.com mrap.accesspoint.s3-global.amazonaws.com accesspoint.s3-global.amazonaws.com s3-control.amazonaws.com
 route53 healthcheck.amazonaws.com
 cognito {region}.amazoncognito.com amazoncognito.com
 cloudfront cloudfront.net
 globalaccelerator awsglobalaccelerator.com dualstack.awsglobalaccelerator.com
 elasticbeanstalk {region}.elasticbeanstalk.com elasticbeanstalk.com
 apprunner {region}.awsapprunner.com awsapprunner.com
 amplify amplifyapp.com
 iam-identity-center awsapps.com {region}.portal.amazonaws.com
 connect my.connect.aws connect.aws
 lightsail {region}.cs.amazonlightsail.com {region}.amazonlightsail.com amazonlightsail.com
 ivs {region}.playback.live-video.net {region}.contribute.live-video.net live-video.net
 sagemaker {region}.sagemaker.aws sagemaker.aws
 quicksight {region}.quicksight.aws.amazon.com quicksight.aws.amazon.com
 appstream {region}.appstream.aws.amazon.com appstream2.{region}.aws.amazon.com
 workspaces awsworkspaces.com workspaces-web.com
 management-console {region}.console.aws.amazon.com
 management-console=us-east-1 console.aws.amazon.com
 management-console {region}.console.amazonaws-us-gov.com console.amazonaws-us-gov.com
 signin {region}.signin.aws.amazon.com {region}.signin.aws
 signin=us-east-1 signin.aws.amazon.com
 waf awswaf.com
 waf {region}.token.awswaf.com {region}.captcha.awswaf.com {region}.sdk.awswaf.com {region}.captcha-sdk.awswaf.com {region}.edge.sdk.awswaf.com
 ecr public.ecr.aws gallery.ecr.aws
 console-assets awsstatic.com
 cloudshell {region}.cloudshell.aws.amazon.com
aws-cn
 - ~amazonaws.com.cn ~api.amazonwebservices.com.cn ~on.amazonwebservices.com.cn
 cloudfront cloudfront.cn
 elasticbeanstalk {region}.elasticbeanstalk.com.cn
 sagemaker {region}.sagemaker.com.cn sagemaker.com.cn
 management-console {region}.console.amazonaws.cn console.amazonaws.cn
 signin signin.amazonaws.cn
amazon
 retail-images media-amazon.com ssl-images-amazon.com images-amazon.com
 ads amazon-adsystem.com
gcp
 cloud-run *-{code}.a.run.app a.run.app {region}.run.app run.app
 cloud-functions {region}-*.cloudfunctions.net cloudfunctions.net
 app-engine {code}.r.appspot.com appspot.com r.appspot.com appspot-preview.com
 firebase-hosting web.app firebaseapp.com
 firebase-app-hosting {region}.hosted.app hosted.app
 firebase-realtime-db=us-central1 firebaseio.com
 firebase-realtime-db {region}.firebasedatabase.app firebasedatabase.app
 firebase-storage firebasestorage.app firebasestorage.googleapis.com
 firebase page.link firebaseml.googleapis.com
 cloud-storage storage.googleapis.com storage.cloud.google.com commondatastorage.googleapis.com storage-download.googleapis.com storage-upload.googleapis.com
 cloud-storage storage.{region}.rep.googleapis.com
 artifact-registry {multi}-docker.pkg.dev {multi}-npm.pkg.dev {multi}-maven.pkg.dev {multi}-python.pkg.dev {multi}-apt.pkg.dev {multi}-yum.pkg.dev {multi}-go.pkg.dev {multi}-generic.pkg.dev {multi}-kfp.pkg.dev pkg.dev
 container-registry gcr.io
 vertex-ai {region}-aiplatform.googleapis.com aiplatform.{region}.rep.googleapis.com aiplatform.googleapis.com
 vertex-ai {region}-#.prediction.vertexai.goog {region}-prediction-aiplatform.googleapis.com
 dialogflow {region}-dialogflow.googleapis.com dialogflow.googleapis.com
 pubsub {region}-pubsub.googleapis.com pubsub.{region}.rep.googleapis.com pubsub.googleapis.com
 cloud-run {region}-run.googleapis.com run.googleapis.com
 cloud-functions cloudfunctions.googleapis.com
 bigquery bigquery.{region}.rep.googleapis.com bigquery.googleapis.com bigquerystorage.googleapis.com
 firestore firestore.googleapis.com firestore.{region}.rep.googleapis.com
 compute-engine compute.googleapis.com
 kubernetes-engine container.googleapis.com {region}.gke.goog gke.goog
 logging {region}-logging.googleapis.com logging.{region}.rep.googleapis.com logging.googleapis.com
 secret-manager secretmanager.{region}.rep.googleapis.com secretmanager.googleapis.com
 spanner spanner.{region}.rep.googleapis.com spanner.googleapis.com
 documentai {region}-documentai.googleapis.com
 speech {region}-speech.googleapis.com speech.googleapis.com
 translate translate.googleapis.com {region}-translate.googleapis.com
 firebase-auth identitytoolkit.googleapis.com securetoken.googleapis.com
 firebase-messaging fcm.googleapis.com fcmregistrations.googleapis.com
 google-apis {region}-*.googleapis.com *.{region}.rep.googleapis.com *.{region}.p.googleapis.com googleapis.com clients6.google.com
 compute-engine bc.googleusercontent.com
 composer *-dot-{region}.composer.googleusercontent.com {region}.composer.googleusercontent.com composer.googleusercontent.com composer.cloud.google.com
 composer *-dot-{region}.composer.byoid.googleusercontent.com
 dataproc *-dot-{region}.dataproc.googleusercontent.com dataproc.googleusercontent.com
 datafusion *-dot-{region}.datafusion.googleusercontent.com datafusion.googleusercontent.com
 notebooks *-dot-{region}.notebooks.googleusercontent.com notebooks.googleusercontent.com notebooks.cloud.google.com
 api-gateway {code}.gateway.dev gateway.dev
 managed-kafka *.{region}.managedkafka.*.cloud.goog
 endpoints cloud.goog endpoints.cloud.goog
 cloud-sql {region}.sql.goog sql.goog
 apigee apigee.net apigee.io
 cloud-workstations cloudworkstations.dev
 cloud-shell *.cs-{region}-*.cloudshell.dev cloudshell.dev
 looker {region}.looker.app looker.app looker.cloud.google
 iap iap.googleapis.com
 console console.cloud.google.com console.firebase.google.com
google
 content googleusercontent.com googlecode.com codespot.com usercontent.goog withgoogle.com withyoutube.com
 frontend 1e100.net googlehosted.com
 youtube-video googlevideo.com
 youtube ytimg.com
 static gstatic.com
 downloads gvt1.com gvt2.com
 images ggpht.com
 blogger blogspot.com
 dns dns.google
 translate translate.goog
 analytics google-analytics.com googletagmanager.com
 ads doubleclick.net googlesyndication.com googleadservices.com
 recaptcha recaptcha.net
azure
 app-service {region}-#.azurewebsites.net azurewebsites.net scm.azurewebsites.net {region}-#.p.azurewebsites.net p.azurewebsites.net {region}.appserviceenvironment.net appserviceenvironment.net
 container-apps {region}.azurecontainerapps.io {region}.ext.azurecontainerapps.io {region}-#.azurecontainerapps.io azurecontainerapps.io {region}.azurecontainerapps.dev azurecontainerapps.dev
 container-instances {region}.azurecontainer.io azurecontainer.io
 vm-or-public-ip {region}.cloudapp.azure.com cloudapp.azure.com
 cloud-service cloudapp.net
 static-web-apps {region}.azurestaticapps.net {region}.#.azurestaticapps.net azurestaticapps.net
 cdn azureedge.net vo.msecnd.net
 front-door azurefd.net t-msedge.net
 traffic-manager trafficmanager.net
 api-management *-{region}-#.regional.azure-api.net azure-api.net {region}.azure-apim.net azure-apim.net
 storage-blob blob.core.windows.net blob.storage.azure.net
 storage-queue queue.core.windows.net
 storage-table table.core.windows.net
 storage-file file.core.windows.net
 storage-dfs dfs.core.windows.net
 storage-static-website web.core.windows.net web.storage.azure.net
 storage core.windows.net storage.azure.net
 monitor {region}.prod.warm.ingest.monitor.core.windows.net {region}-#.in.applicationinsights.azure.com {region}.in.applicationinsights.azure.com {region}.livediagnostics.monitor.azure.com {region}.ingest.monitor.azure.com {region}-#.ingest.monitor.azure.com {region}.prometheus.monitor.azure.com *-{region}.ingest.monitor.azure.com {region}.handler.control.monitor.azure.com applicationinsights.azure.com monitor.azure.com applicationinsights.io loganalytics.io services.visualstudio.com
 sql database.windows.net
 postgresql postgres.database.azure.com postgres.cosmos.azure.com
 mysql mysql.database.azure.com
 mariadb mariadb.database.azure.com
 synapse sql.azuresynapse.net dev.azuresynapse.net azuresynapse.net
 cosmos-db *-{region}.documents.azure.com documents.azure.com mongo.cosmos.azure.com *-{region}.mongo.cosmos.azure.com cassandra.cosmos.azure.com gremlin.cosmos.azure.com table.cosmos.azure.com mongocluster.cosmos.azure.com cosmos.azure.com
 key-vault vault.azure.net managedhsm.azure.net {region}.attest.azure.net attest.azure.net
 service-bus servicebus.windows.net
 redis redis.cache.windows.net {region}.redisenterprise.cache.azure.net redisenterprise.cache.azure.net {region}.redis.azure.net redis.azure.net
 ai-search search.windows.net
 openai openai.azure.com
 cognitive-services cognitiveservices.azure.com {region}.api.cognitive.microsoft.com api.cognitive.microsoft.com services.ai.azure.com {region}.cris.ai
 speech {region}.stt.speech.microsoft.com {region}.tts.speech.microsoft.com {region}.s2s.speech.microsoft.com {region}.voice.speech.microsoft.com {region}.convai.speech.microsoft.com {region}.customvoice.api.speech.microsoft.com speech.microsoft.com
 translator api.cognitive.microsofttranslator.com cognitive.microsofttranslator.com microsofttranslator.com
 machine-learning {region}.inference.ml.azure.com {region}.models.ai.azure.com {region}.inference.ai.azure.com {region}.api.azureml.ms {region}.instances.azureml.ms {region}.modelmanagement.azureml.net {region}.notebooks.azure.net {region}.experiments.azureml.net azureml.net azureml.ms ml.azure.com models.ai.azure.com
 container-registry {region}.data.azurecr.io {region}.geo.azurecr.io azurecr.io
 kubernetes-service {region}.azmk8s.io {region}.aksapp.io azmk8s.io
 signalr service.signalr.net
 web-pubsub webpubsub.azure.com
 communication communication.azure.com {region}.communication.azure.com
 event-grid {region}-#.eventgrid.azure.net {region}-#.ts.eventgrid.azure.net eventgrid.azure.net
 logic-apps *.{region}.logic.azure.com logic.azure.com
 data-explorer {region}.kusto.windows.net kusto.windows.net kusto.azure.com
 analysis-services {region}.asazure.windows.net asazure.windows.net
 batch {region}.batch.azure.com batch.azure.com
 iot-hub azure-devices.net azure-devices-provisioning.net azureiotcentral.com
 digital-twins {region}.digitaltwins.azure.net digitaltwins.azure.net
 media-services media.azure.net {region}.media.azure.net streaming.mediaservices.windows.net
 hdinsight azurehdinsight.net
 data-factory {region}.datafactory.azure.net datafactory.azure.net adf.azure.com
 maps atlas.microsoft.com
 grafana grafana.azure.com
 backup {region}.backup.windowsazure.com backup.windowsazure.com
 site-recovery {region}.hypervrecoverymanager.windowsazure.com
 automation {region}.azure-automation.net azure-automation.net
 virtual-desktop wvd.microsoft.com
 spring-apps azuremicroservices.io
 app-configuration azconfig.io
 notification-hubs notificationhubs.windows.net
 bot-service botframework.com {region}.directline.botframework.com directline.botframework.com
 resource-manager {region}.management.azure.com management.azure.com management.core.windows.net
 portal portal.azure.com
 dns azure-dns.com azure-dns.net azure-dns.org azure-dns.info azuredns-prd.info
 devops dev.azure.com visualstudio.com vsassets.io
 purview purview.azure.com
 health-data azurehealthcareapis.com fhir.azurehealthcareapis.com
 time-series timeseries.azure.com
 log-analytics opinsights.azure.com
 - azure.com azure.net windows.net
 mobile-apps azure-mobile.net
azure-cn
 vm-or-public-ip {region}.cloudapp.chinacloudapi.cn
 app-service {region}-#.chinacloudsites.cn chinacloudsites.cn
 storage-blob blob.core.chinacloudapi.cn
 storage core.chinacloudapi.cn
 sql database.chinacloudapi.cn
 service-bus servicebus.chinacloudapi.cn
 traffic-manager trafficmanager.cn
 front-door azurefd.cn
 api-management azure-api.cn
 key-vault vault.azure.cn
 - chinacloudapi.cn azure.cn windowsazure.cn
azure-gov
 vm-or-public-ip {region}.cloudapp.usgovcloudapi.net
 app-service {region}-#.azurewebsites.us azurewebsites.us
 storage-blob blob.core.usgovcloudapi.net
 storage core.usgovcloudapi.net
 sql database.usgovcloudapi.net
 service-bus servicebus.usgovcloudapi.net
 traffic-manager usgovtrafficmanager.net
 front-door azurefd.us
 api-management azure-api.us
 key-vault vault.usgovcloudapi.net
 - usgovcloudapi.net azure.us
 cloud-service usgovcloudapp.net
microsoft
 edge-network msedge.net a-msedge.net b-msedge.net s-msedge.net l-msedge.net ax-msedge.net dc-msedge.net
 entra-id login.microsoftonline.com microsoftonline.com login.windows.net login.microsoft.com msauth.net msftauth.net msidentity.com
 entra-b2c b2clogin.com ciamlogin.com
 sharepoint sharepoint.com svc.ms
 onedrive onedrive.com onedrive.live.com
 microsoft-365 office.com office.net office365.com microsoft365.com cloud.microsoft
 exchange-online outlook.com outlook.office365.com outlook.office.com
 teams teams.microsoft.com teams.live.com skype.com
 graph graph.microsoft.com
 power-platform powerapps.com powerbi.com dynamics.com powerplatform.com powerautomate.com
 bing bing.com bing.net
 xbox xboxlive.com
oracle
 - ~oraclecloud.com ~oraclecloudapps.com ~oci.customer-oci.com ~customer-oci.com ~ocp.oraclecloud.com ~oraclevcn.com ~oraclegovcloud.com ~oraclegovcloudapps.com ~oraclegovcloudapps.uk
 container-registry {region}.ocir.io
 identity identity.oraclecloud.com
 fusion fa.ocs.oraclecloud.com *.fa.*.oraclecloud.com
 netsuite netsuite.com
ibm
 - ~appdomain.cloud
 codeengine {region}.codeengine.appdomain.cloud
 cloud-object-storage {region}.cloud-object-storage.appdomain.cloud s3.{region}.objectstorage.softlayer.net
 cloud-foundry {region}.cf.appdomain.cloud {region}.mybluemix.net mybluemix.net
 load-balancer *-{region}.lb.appdomain.cloud
 vpc {region}.iaas.cloud.ibm.com
 watson {region}.*.watson.cloud.ibm.com {region}.ml.cloud.ibm.com
 appid {region}.appid.cloud.ibm.com
 key-protect {region}.kms.cloud.ibm.com
 secrets-manager {region}.secrets-manager.appdomain.cloud
 databases databases.appdomain.cloud
 container-registry=us-south us.icr.io
 container-registry=eu-gb uk.icr.io
 container-registry=eu-de de.icr.io
 container-registry=eu-es es.icr.io
 container-registry=au-syd au.icr.io
 container-registry=jp-tok jp.icr.io
 container-registry=jp-osa jp2.icr.io
 container-registry=ca-tor ca.icr.io
 container-registry=ca-mon ca2.icr.io
 container-registry=br-sao br.icr.io
 container-registry icr.io
 cdn cdnedge.bluemix.net
 - {region}.*.cloud.ibm.com cloud.ibm.com bluemix.net
alibaba
 - ~aliyuncs.com
 functions {region}.fcapp.run
 cdn alicdn.com kunlunsl.com alikunlun.com kunlunca.com kunlunar.com kunlungr.com kunlunpi.com tbcdn.cn
 - aliyun.com alibabacloud.com
 kubernetes alibabacloudcs.com
tencent
 cos cos.{region}.myqcloud.com cos-website.{region}.myqcloud.com pic.{region}.myqcloud.com ci.{region}.myqcloud.com cos.accelerate.myqcloud.com file.myqcloud.com
 cos cos.{region}.tencentcos.cn tencentcos.cn
 apigateway {region}.apigateway.myqcloud.com {region}.apigw.tencentcs.com
 functions {region}.tencentscf.com {region}.scf.tencentcs.com *-{region}.scf.tencentcs.com
 tcb {region}.app.tcloudbase.com {region}.run.tcloudbase.com tcloudbaseapp.com tcloudbase.com
 live tlivecdn.com tlivesource.com livepush.myqcloud.com
 cdn cdn.dnsv1.com cdn.dnsv1.com.cn dnsv1.com cdntip.com tdnsv5.com tdnsv6.com edgeone.app
 - {region}.tencentcloudapi.com tencentcloudapi.com myqcloud.com tencentcs.com qcloud.com tencentcloudcr.com tencentyun.com
huawei
 - ~myhuaweicloud.com ~myhuaweicloud.eu ~huaweicloudapis.com
 cdn cdnhwc1.com cdnhwc2.com cdnhwc3.com
 - huaweicloud.com hwclouds-dns.com
yandex
 object-storage storage.yandexcloud.net website.yandexcloud.net
 functions functions.yandexcloud.net
 containers containers.yandexcloud.net
 api-gateway apigw.yandexcloud.net
 - yandexcloud.net
cloudflare
 pages pages.dev
 workers workers.dev
 r2 r2.dev r2.cloudflarestorage.com
 cdn cdn.cloudflare.net cdnjs.cloudflare.com cloudflareanycast.net cloudflareglobal.net cloudflarecn.net
 access cloudflareaccess.com
 tunnel trycloudflare.com cfargotunnel.com argotunnel.com
 images imagedelivery.net
 stream cloudflarestream.com videodelivery.net
 dns ns.cloudflare.com cloudflare-dns.com one.one.one.one
 turnstile challenges.cloudflare.com
 saas saas.cloudflare.net
 warp cloudflareclient.com
 gateway cloudflare-gateway.com
 ipfs cloudflare-ipfs.com cf-ipfs.com
 insights cloudflareinsights.com
 - cloudflare.net cloudflare.com
fastly
 cdn fastly.net fastlylb.net fastly-edge.com global.ssl.fastly.net freetls.fastly.net
 compute edgecompute.app fastly-terrarium.com
 object-storage {region}.object.fastlystorage.app
akamai
 cdn akamaized.net akamaiedge.net akamai.net edgekey.net edgesuite.net akamaihd.net akadns.net akamaitechnologies.com akamaiedge-staging.net akamaized-staging.net edgesuite-staging.net edgekey-staging.net akamaihd-staging.net srip.net akamaitech.net akstat.io akamaistream.net akamaitechnologies.fr edgefcs.net akamaiorigin.net akamaiorigin-staging.net akamai-staging.net
akamai-linode
 object-storage {region}.linodeobjects.com website-{region}.linodeobjects.com linodeobjects.com
 compute ip.linodeusercontent.com linodeusercontent.com members.linode.com
 nodebalancer {region}.nodebalancer.linode.com nodebalancer.linode.com
 kubernetes {region}.linodelke.net {region}-gw.linodelke.net linodelke.net
 database linodedb.net akamaidb.net
digitalocean
 app-platform ondigitalocean.app
 spaces {region}.digitaloceanspaces.com {region}.cdn.digitaloceanspaces.com digitaloceanspaces.com
 database db.ondigitalocean.com
 kubernetes k8s.ondigitalocean.com
 functions faas-{region}-*.doserverless.co faas-{region}.doserverless.co doserverless.co
 gradient {region}.agents.do-ai.run agents.do-ai.run do-ai.run
 container-registry registry.digitalocean.com
vultr
 object-storage {region}.vultrobjects.com vultrobjects.com
 compute vultrusercontent.com
 kubernetes vultr-k8s.com
 database vultrdb.com
 container-registry {region}.vultrcr.com
hetzner
 object-storage {region}.your-objectstorage.com your-objectstorage.com
 server your-server.de clients.your-server.de
 storage-box your-storagebox.de
 storage-share your-storageshare.de
 console hetzner.cloud
ovh
 object-storage {region}.cloud.ovh.net {region}.io.cloud.ovh.net {region}.perf.cloud.ovh.net {region}.cloud.ovh.us storage.{region}.cloud.ovh.net cloud.ovh.net
 kubernetes {region}.k8s.ovh.net k8s.ovh.net
 ai {region}.ai.cloud.ovh.net {region}.training.ai.cloud.ovh.net {region}.app.ai.cloud.ovh.net
 database {region}.database.cloud.ovh.net database.cloud.ovh.net
 hosting hosting.ovh.net cluster#.hosting.ovh.net
 vps vps.ovh.net vps.ovh.ca vps.ovh.us
 - ovh.net
scaleway
 object-storage s3.{region}.scw.cloud s3-website.{region}.scw.cloud
 containers containers.fnc.{region}.scw.cloud
 functions functions.fnc.{region}.scw.cloud fnc.{region}.scw.cloud
 kubernetes k8s.{region}.scw.cloud
 database rdb.{region}.scw.cloud ddb.{region}.scw.cloud sdb.{region}.scw.cloud
 instances instances.scw.cloud
 load-balancer lb.{region}.scw.cloud
 container-registry rg.{region}.scw.cloud
 - {region}.scw.cloud scw.cloud {region}.baremetal.scw.cloud scw.site dedibox.fr
exoscale
 object-storage sos-{region}.exo.io
 - exo.io
upcloud
 object-storage upcloudobjects.com
 database upclouddatabases.com
 - upcloud.host
contabo
 object-storage {region}.contabostorage.com contabostorage.com
 server contaboserver.net contabo.host
leaseweb
 object-storage {region}.object-storage.leaseweb.com
 server leaseweb.net
ionos
 object-storage s3-{aws}.ionoscloud.com s3.{aws}.ionoscloud.com
 hosting live-website.com apps-1and1.com apps-1and1.net app-ionos.space
 - ionoscloud.com
rackspace
 cloud-files rackcdn.com
equinix
 metal packetcloud.net
bunny
 cdn b-cdn.net bunnycdn.com
 storage {region}.storage.bunnycdn.com storage.bunnycdn.com
 stream mediadelivery.net
 edge-scripting bunny.run
keycdn
 cdn kxcdn.com
cdn77
 cdn cdn77.org cdn77.net cdn77-ssl.net rsc.cdn77.org cdn77-secure.org
 storage cdn77-storage.com
gcore
 cdn gcdn.co gcdn.ru gcore.dev gcorecdn.com
cachefly
 cdn cachefly.net cachefly.com
imperva
 waf-cdn incapdns.net impervadns.net incapsula.com
sucuri
 waf sucuri.net
edgio-limelight
 cdn llnwd.net llnwi.net lldns.net
edgio-edgecast
 cdn edgecastcdn.net systemcdn.net
stackpath
 cdn stackpathdns.com stackpathcdn.com hwcdn.net netdna-cdn.com netdna-ssl.com
jsdelivr
 cdn jsdelivr.net jsdelivr.map.fastly.net
qrator
 ddos qrator.net
ddos-guard
 ddos ddos-guard.net
chinacache
 cdn chinacache.net ccgslb.net ccgslb.com.cn
wangsu
 cdn wscdns.com lxdns.com cdn20.com wsdvs.com wsglb0.com cdnetworks.net cdngc.net gccdn.net
medianova
 cdn mncdn.com mncdn.net
arvancloud
 cdn arvancdn.ir arvancloud.ir
 object-storage arvanstorage.ir
azion
 edge azioncdn.net azionedge.net azion.app
otc
 - *.{region}.otc.t-systems.com {region}.otc.t-systems.com otc.t-systems.com
stackit
 object-storage object.storage.{region}.onstackit.cloud
 cdn cdn.onstackit.cloud
 - {region}.onstackit.cloud onstackit.cloud stackit.gg stackit.rocks stackit.run stackit.zone
outscale
 object-storage oos.{region}.outscale.com
 - {region}.outscale.com outscale.com
baidu
 object-storage cdn.bcebos.com {region}.bcebos.com bcebos.com
 - {region}.baidubce.com baidubce.com
volcengine
 object-storage tos-{region}.volces.com tos-s3-{region}.volces.com
 - {region}.volces.com volces.com volceapi.com
qiniu
 object-storage s3.{region}.qiniucs.com s3-{region}.qiniucs.com qiniucs.com
 cdn clouddn.com qiniudn.com qnssl.com qbox.me
kingsoft
 object-storage ks3-{region}.ksyuncs.com ksyuncs.com
 cdn ksyuncdn.com
jdcloud
 object-storage s3.{region}.jdcloud-oss.com jdcloud-oss.com
selectel
 object-storage s3.{region}.storage.selcloud.ru selstorage.ru
 cdn selcdn.ru selcdn.net
 - selcloud.ru
vk-cloud
 object-storage hb.{region}.vkcs.cloud hb.vkcs.cloud hb.bizmrg.com
 - vkcs.cloud
naver
 object-storage object.ncloudstorage.com ncloudstorage.com fin-ncloudstorage.com gov-ncloudstorage.com ncpstorage.com
 api-gateway apigw.ntruss.com
 - ntruss.com ncloud.com
sakura
 object-storage s3.{region}.sakurastorage.jp sakurastorage.jp
 hosting sakuraweb.com sakuratan.com
 cdn user.webaccel.jp
tigris
 object-storage t3.storage.dev t3.tigrisfiles.io
filebase
 object-storage s3.filebase.com
hubspot
 hosting hs-sites.com hs-sites-eu1.com hubspotpagebuilder.com hubspotpagebuilder.eu
 cdn hubspotusercontent-na1.net hubspotusercontent-eu1.net hubspotusercontent00.net hubspotusercontent10.net hubspotusercontent20.net hubspotusercontent30.net hubspotusercontent40.net hubspot.net hsappstatic.net
 scripts hs-scripts.com hs-analytics.net hs-banner.com hscollectedforms.net hsforms.com hsforms.net
bubble
 hosting bubbleapps.io
ghost
 hosting ghost.io
weebly
 hosting weebly.com weeblysite.com square.site
 assets editmysite.com
strikingly
 hosting mystrikingly.com
carrd
 hosting carrd.co
notion
 sites notion.site
readme
 docs readme.io
acquia
 hosting acquia-sites.com
cloudways
 hosting cloudwaysapps.com
cloudscale
 object-storage objects.{region}.cloudscale.ch {region}.objectstorage.ch objectstorage.ch
 - cloudscale.ch
dreamhost
 hosting dreamhosters.com
runpod
 gpu runpod.net
baseten
 inference baseten.co
servicenow
 platform service-now.com servicenowservices.com
workday
 platform myworkday.com myworkdayjobs.com workday.com
docusign
 signing docusign.net docusign.com
vercel
 hosting vercel.app now.sh vercel.dev vercel.run vusercontent.net v0.build
 dns vercel-dns.com
 storage public.blob.vercel-storage.com vercel-storage.com
 insights vercel-insights.com
adobe
 experience-manager adobeaemcloud.com aem.live aem.page hlx.live hlx.page adobeaemcloud.net aem.network aem.reviews
 runtime adobeioruntime.net adobeio-static.net
 dynamic-media scene7.com
 fonts typekit.net
 analytics omtrdc.net demdex.net 2o7.net
 commerce magentosite.cloud
sap
 successfactors successfactors.com successfactors.eu sapsf.com
 ariba ariba.com
 btp cfapps.{region}.hana.ondemand.com {region}.hana.ondemand.com hana.ondemand.com ondemand.com
civo
 object-storage objectstore.{region}.civo.com
 kubernetes k8s.civo.com
hostinger
 hosting hostingersite.com 000webhostapp.com hstgr.cloud
modal
 functions modal.run
lovable
 hosting lovable.app lovableproject.com lovable.sh lovable.run
readthedocs
 docs readthedocs.io readthedocs-hosted.com
gitbook
 docs gitbook.io
netlify
 hosting netlify.app netlify.com
 cdn netlifyglobalcdn.com
heroku
 dyno herokuapp.com
 dns herokudns.com herokussl.com herokuspace.com
render
 hosting onrender.com render.com
 database {region}-postgres.render.com {region}-redis.render.com {region}-keyvalue.render.com
railway
 hosting up.railway.app railway.app
 proxy proxy.rlwy.net rlwy.net
fly
 machines fly.dev
 storage fly.storage.tigris.dev tigris.dev
deno
 deploy deno.dev deno.net
glitch
 hosting glitch.me
replit
 hosting replit.app repl.co replit.dev repl.run firewalledreplit.co
koyeb
 hosting koyeb.app
northflank
 hosting code.run northflank.app
zeabur
 hosting zeabur.app
gigalixir
 hosting gigalixirapp.com
platformsh
 hosting {region}.platformsh.site platformsh.site upsun.app upsunapp.com
clever-cloud
 hosting cleverapps.io
 - services.clever-cloud.com
scalingo
 hosting {region}.scalingo.io scalingo.io
pythonanywhere
 hosting pythonanywhere.com
streamlit
 hosting streamlit.app streamlitapp.com
huggingface
 spaces hf.space
 inference {aws}.aws.endpoints.huggingface.cloud {azure}.azure.endpoints.huggingface.cloud {gcp}.gcp.endpoints.huggingface.cloud endpoints.huggingface.cloud
stackblitz
 hosting webcontainer.io stackblitz.io bolt.host w-corp-staticblitz.com w-credentialless-staticblitz.com
codesandbox
 hosting csb.app codesandbox.io
gitpod
 hosting gitpod.io
surge
 hosting surge.sh
ngrok
 tunnel ngrok.io ngrok.app ngrok.dev ngrok-free.app ngrok-free.dev {region}.ngrok.io ngrok.pizza ngrok.pro
supabase
 postgres-pooler *-{aws}.pooler.supabase.com pooler.supabase.com
 api supabase.co supabase.in supabase.red supabase.net
neon
 postgres {aws}.aws.neon.tech {any}.azure.neon.tech neon.tech
 auth {aws}.aws.neonauth.com neonauth.com
planetscale
 database {aws}.connect.psdb.cloud {aws}.pg.psdb.cloud psdb.cloud
mongodb-atlas
 database mongodb.net
 data-api {aws}.aws.data.mongodb-api.com {any}.azure.data.mongodb-api.com {any}.gcp.data.mongodb-api.com data.mongodb-api.com mongodb-api.com
 realm {aws}.aws.realm.mongodb.com {gcp}.gcp.realm.mongodb.com {azure}.azure.realm.mongodb.com realm.mongodb.com mongodbstitch.com
cockroach
 database aws-{aws}.cockroachlabs.cloud gcp-{gcp}.cockroachlabs.cloud azure-{azure}.cockroachlabs.cloud cockroachlabs.cloud
confluent
 kafka {aws}.aws.confluent.cloud {gcp}.gcp.confluent.cloud {azure}.azure.confluent.cloud {aws}.aws.glb.confluent.cloud {gcp}.gcp.glb.confluent.cloud {azure}.azure.glb.confluent.cloud {aws}.aws.private.confluent.cloud confluent.cloud
elastic
 elasticsearch {aws}.aws.found.io {aws}.aws.elastic-cloud.com {aws}.aws.cloud.es.io {gcp}.gcp.cloud.es.io {azure}.azure.elastic-cloud.com {aws}.aws.elastic.cloud {gcp}.gcp.elastic.cloud {azure}.azure.elastic.cloud {gcp}.gcp.elastic-cloud.com elastic-cloud.com found.io cloud.es.io elastic.cloud
redis
 database {aws}-#.ec2.cloud.redislabs.com {gcp}-#.gce.cloud.redislabs.com {azure}-#.azure.cloud.redislabs.com {aws}-#.ec2.redns.redis-cloud.com {gcp}-#.gce.redns.redis-cloud.com {azure}-#.azure.redns.redis-cloud.com redislabs.com redis-cloud.com
aiven
 database aivencloud.com aiven.app
timescale
 database tsdb.cloud.timescale.com
influxdata
 database {aws}-#.aws.cloud2.influxdata.com {gcp}-#.gcp.cloud2.influxdata.com {azure}-#.azure.cloud2.influxdata.com cloud2.influxdata.com
clickhouse
 database {aws}.aws.clickhouse.cloud {gcp}.gcp.clickhouse.cloud {azure}.azure.clickhouse.cloud clickhouse.cloud
turso
 database aws-{aws}.turso.io turso.io
datastax
 database *-{aws}.apps.astra.datastax.com *-{gcp}.apps.astra.datastax.com *-{azure}.apps.astra.datastax.com astra.datastax.com
xata
 database {aws}.xata.sh xata.sh
upstash
 redis upstash.io
convex
 backend {aws}.convex.cloud {aws}.convex.site convex.cloud convex.site convex.app
hasura
 graphql hasura.app hasura-app.io
nhost
 backend {aws}.nhost.run nhost.run nhost.app
appwrite
 backend {region}.cloud.appwrite.io cloud.appwrite.io appwrite.global appwrite.network
back4app
 backend back4app.io b4a.app b4a.run
pinecone
 vector {aws}-aws.pinecone.io {gcp}-gcp.pinecone.io pinecone.io
weaviate
 vector {gcp}.gcp.weaviate.cloud {aws}.aws.weaviate.cloud weaviate.cloud weaviate.network
qdrant
 vector {aws}-#.aws.cloud.qdrant.io {gcp}-#.gcp.cloud.qdrant.io {azure}-#.azure.cloud.qdrant.io cloud.qdrant.io
snowflake
 warehouse {aws}.snowflakecomputing.com {aws}.aws.snowflakecomputing.com {any}.azure.snowflakecomputing.com {gcp}.gcp.snowflakecomputing.com {aws}.privatelink.snowflakecomputing.com snowflakecomputing.com
 apps snowflakecomputing.app snowflake.app
databricks
 aws-workspace cloud.databricks.com databricksapps.com databricksapps.us
 azure-workspace {azure}.azuredatabricks.net azuredatabricks.net
 gcp-workspace gcp.databricks.com
backblaze
 b2 s3.{region}.backblazeb2.com backblazeb2.com
wasabi
 object-storage s3.{region}.wasabisys.com wasabisys.com
idrive
 object-storage idrivee2.com
storj
 object-storage gateway.storjshare.io storjshare.io
auth0
 identity {region}.auth0.com {region}-#.auth0.com auth0.com
okta
 identity okta.com oktapreview.com okta-emea.com okta-gov.com
sentry
 ingest ingest.{region}.sentry.io sentry.io {region}.sentry.io
datadog
 monitoring {region}.datadoghq.com datadoghq.com datadoghq.eu ddog-gov.com browser-intake-datadoghq.com browser-intake-datadoghq.eu browser-intake-us3-datadoghq.com browser-intake-us5-datadoghq.com browser-intake-ap1-datadoghq.com browser-intake-ddog-gov.com
newrelic
 monitoring nr-data.net newrelic.com
grafana
 monitoring grafana.net
shopify
 store myshopify.com
 cdn shopifycdn.com shopifysvc.com cdn.shopify.com
github
 pages github.io
 content githubusercontent.com
 packages ghcr.io
 assets githubassets.com
 codespaces app.github.dev github.dev githubpreview.dev
 enterprise ghe.com
gitlab
 pages gitlab.io
bitbucket
 pages bitbucket.io
wix
 hosting wixsite.com wixstudio.com wixstudio.io editorx.io wix.run
 assets wixstatic.com parastorage.com
 dns wixdns.net
squarespace
 hosting squarespace.com sqsp.net
 cdn squarespace-cdn.com
automattic
 hosting wordpress.com wpcomstaging.com atomicsites.blog
 cdn wp.com
wpengine
 hosting wpengine.com wpenginepowered.com
pantheon
 hosting pantheonsite.io gotpantheon.com
kinsta
 hosting kinsta.cloud kinsta.app kinsta.page
flywheel
 hosting flywheelsites.com
webflow
 hosting webflow.io
 cdn website-files.com
framer
 hosting framer.app framer.website framer.ai framer.media framercanvas.com framerusercontent.com
godaddy
 hosting godaddysites.com myftpupload.com secureserver.net
bigcommerce
 store mybigcommerce.com
 cdn bigcommerce.com
salla
 store salla.sa
 cdn cdn.salla.network salla.network
zid
 store zid.store
zendesk
 support zendesk.com
 cdn zdassets.com
freshworks
 support freshdesk.com freshservice.com
intercom
 chat intercom.io
 help intercom.help
 cdn intercomcdn.com intercomassets.com
salesforce
 platform force.com my.salesforce.com my.salesforce-sites.com salesforce-sites.com my.salesforce-scrt.com salesforce-scrt.com salesforce-setup.com cloudforce.com
 marketing-cloud exacttarget.com marketingcloudapps.com marketingcloudapis.com pardot.com
 experience-cloud my.site.com
 commerce demandware.net
atlassian
 cloud atlassian.net
 cdn atl-paas.net
 statuspage statuspage.io
 forge atlassian-dev.net atlassian-3p.com
algolia
 search algolia.net algolianet.com algolia.io
contentful
 cms contentful.com
 cdn ctfassets.net
sanity
 cms sanity.io sanity.studio sanity.run
prismic
 cms prismic.io
imgix
 images imgix.net
cloudinary
 images cloudinary.com
twilio
 api {region}.twilio.com twilio.com
sendgrid
 mail sendgrid.net
mailgun
 mail mailgun.org
stripe
 payments stripe.com
 - stripe.network
paypal
 payments paypal.com
 static paypalobjects.com
adyen
 payments adyen.com adyenpayments.com
discord
 app discordapp.com discordapp.net discordsays.com
 gateway discord.gg discord.media
slack
 cdn slack-edge.com
 messaging slack-msgs.com
 files slack-files.com
netflix
 open-connect nflxvideo.net
 assets nflxso.net nflxext.com nflximg.net
meta
 cdn fbcdn.net cdninstagram.com facebook.net fbsbx.com
 whatsapp whatsapp.net whatsapp.com
x
 cdn twimg.com
soundcloud
 cdn sndcdn.com
spotify
 cdn scdn.co spotifycdn.com spotifycdn.net
twitch
 video ttvnw.net
 cdn jtvnw.net
roblox
 cdn rbxcdn.com
steam
 cdn steamstatic.com steamcontent.com steamusercontent.com
 game-network steamserver.net
epic
 online-services epicgames.dev
 cdn epicgamescdn.com
apple
 cdn aaplimg.com cdn-apple.com
 store-assets mzstatic.com
 icloud icloud-content.com apple-cloudkit.com
bytedance
 cdn tiktokcdn.com tiktokcdn-us.com tiktokcdn-eu.com ibytedtos.com byteoversea.com ttwstatic.com tiktokv.com
linkedin
 cdn licdn.com
wikimedia
 content wikimedia.org
noon
 cdn nooncdn.com
careem
 app careem.com
`;

/**
 * Short codes that Google uses in host names instead of the region. Taken from public Cloud Run and App Engine URLs that contain both,
 * November 2026.
 */
export const GOOGLE_REGION_CODES: { [code: string]: string } = {
  an: "asia-northeast1",
  as: "asia-southeast1",
  de: "asia-east1",
  df: "asia-east2",
  dt: "asia-northeast2",
  du: "asia-northeast3",
  el: "asia-south1",
  em: "asia-south2",
  et: "asia-southeast2",
  ew: "europe-west1",
  ey: "europe-west3",
  ez: "europe-west4",
  km: "australia-southeast2",
  lm: "europe-central2",
  lz: "europe-north1",
  nn: "northamerica-northeast1",
  no: "europe-southwest1",
  nw: "europe-west2",
  oa: "europe-west6",
  oc: "europe-west8",
  od: "europe-west9",
  pd: "northamerica-northeast2",
  rj: "southamerica-east1",
  tl: "southamerica-west1",
  ts: "australia-southeast1",
  uc: "us-central1",
  ue: "us-east1",
  uk: "us-east4",
  ul: "us-east5",
  uw: "us-west1",
  vp: "us-south1",
  wl: "us-west2",
  wm: "us-west3",
  wn: "us-west4",
  ww: "me-central1",
  zf: "me-west1",
};

/** Airport codes in the host names of Oracle's container registries, and their regions. */
export const ORACLE_REGION_CODES: { [code: string]: string } = {
  iad: "us-ashburn-1",
  phx: "us-phoenix-1",
  sjc: "us-sanjose-1",
  ord: "us-chicago-1",
  yul: "ca-montreal-1",
  yyz: "ca-toronto-1",
  gru: "sa-saopaulo-1",
  vcp: "sa-vinhedo-1",
  scl: "sa-santiago-1",
  lhr: "uk-london-1",
  cwl: "uk-cardiff-1",
  fra: "eu-frankfurt-1",
  zrh: "eu-zurich-1",
  ams: "eu-amsterdam-1",
  cdg: "eu-paris-1",
  mrs: "eu-marseille-1",
  mad: "eu-madrid-1",
  lin: "eu-milan-1",
  arn: "eu-stockholm-1",
  mtz: "il-jerusalem-1",
  jed: "me-jeddah-1",
  dxb: "me-dubai-1",
  auh: "me-abudhabi-1",
  jnb: "af-johannesburg-1",
  nrt: "ap-tokyo-1",
  kix: "ap-osaka-1",
  icn: "ap-seoul-1",
  yny: "ap-chuncheon-1",
  sin: "ap-singapore-1",
  bom: "ap-mumbai-1",
  hyd: "ap-hyderabad-1",
  syd: "ap-sydney-1",
  mel: "ap-melbourne-1",
  qro: "mx-queretaro-1",
  mty: "mx-monterrey-1",
};

/** Cities in the host names of Linode's load balancers, and their regions. */
export const LINODE_REGION_CITIES: { [city: string]: string } = {
  newark: "us-east",
  dallas: "us-central",
  fremont: "us-west",
  atlanta: "us-southeast",
  toronto1: "ca-central",
  london: "eu-west",
  frankfurt: "eu-central",
  singapore: "ap-south",
  tokyo2: "ap-northeast",
  mumbai1: "ap-west",
  sydney1: "ap-southeast",
};
