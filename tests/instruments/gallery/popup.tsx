import "../../../assets/theme.css";
import "../../../assets/popup.css";
import { askedState, drawPage } from "./drawn-page.tsx";
import { SamplePopup } from "./sample-popup.tsx";

document.documentElement.dataset.view = "page";
drawPage(<SamplePopup state={askedState} />);
