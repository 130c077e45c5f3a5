import "../../../assets/theme.css";
import "../../../assets/welcome.css";
import { type AccessAnswer, Welcome } from "../../../components/welcome/welcome.tsx";
import { askedState, drawPage } from "./drawn-page.tsx";

const REPORTING = {
  consent: false,
  sample: '{"v":1,"service":"netflix","on":"aws/us-east-1","failure":"http.error","bucket":"2021-12-07T16:30Z"}',
  sent: [],
};
const nothing = () => undefined;

drawPage(
  <Welcome
    answer={askedState as AccessAnswer}
    onAllow={nothing}
    onDecline={nothing}
    reporting={askedState === "open" ? REPORTING : null}
    onReporting={nothing}
    isButtonHidden={askedState === "open"}
  />,
);
