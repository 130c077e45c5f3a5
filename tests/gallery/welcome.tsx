import "../../assets/theme.css";
import "../../assets/welcome.css";
import { type AccessAnswer, Welcome } from "../../components/welcome.tsx";
import { askedState, drawPage } from "./drawn-page.tsx";

const nothing = () => undefined;

drawPage(<Welcome answer={askedState as AccessAnswer} onAllow={nothing} onDecline={nothing} />);
