import type { Feed } from "../feed/feed.ts";
import { countriesIn } from "../net/countries-in-text.ts";

/**
 * A feed document of version 1 says of no incident to which countries it is confined. Its incidents get the countries that their titles name,
 * as the feed server writes them into `areas` today. The title of an incident in one region can name that region's country ("Virtual
 * Machines - East US"), which confines it to nobody.
 */
export function withAreasOfTitles(feed: Feed): Feed {
  const incidents = feed.incidents.map((incident) =>
    incident.areas.length > 0 || incident.region !== null ? incident : { ...incident, areas: countriesIn(incident.title) },
  );
  return { ...feed, incidents };
}
