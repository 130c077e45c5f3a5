import "../../../assets/theme.css";
import "../../../assets/popup.css";
import "./store.css";
import { Say } from "../../../components/shared/words.tsx";
import { askedState, drawPage } from "./drawn-page.tsx";
import { SamplePopup } from "./sample-popup.tsx";

/** A picture for the stores: what it answers, beside the popup that answers it. */
drawPage(
  <div class="scene">
    <header>
      <p class="name">
        <Say text="extensionName" />
      </p>
      <p class="question">
        <Say text="welcome.title" />
      </p>
      <p class="lead">
        <Say text="welcome.lead" />
      </p>
    </header>
    <div class="window">
      <SamplePopup state={askedState} />
    </div>
  </div>,
);
