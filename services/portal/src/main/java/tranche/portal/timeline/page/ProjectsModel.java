package tranche.portal.timeline.page;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tranche.portal.frame.page.Frame;
import tranche.portal.listing.page.Choice;
import tranche.portal.listing.page.Head;
import tranche.portal.listing.page.Kept;
import tranche.portal.listing.page.Pill;
import tranche.portal.listing.page.Unknown;

/**
 * The list of projects ({@code timeline/projects.jte}).
 *
 * @param sentence how many there are, and how they do
 * @param unknown what the address asked for and no filter knows; {@code known} is the address without it
 * @param nothing why the list is empty, where it is
 * @param kept filters and order that a form of this page carries along
 * @param total over all rows that match
 * @param more the address of the next page; empty on the last
 */
public record ProjectsModel(
        Frame frame,
        Content sentence,
        List<Pill> pills,
        List<Unknown> unknown,
        String known,
        List<Choice> programmes,
        List<Choice> kinds,
        List<Choice> countries,
        List<Choice> states,
        String text,
        List<Kept> kept,
        String nothing,
        List<Head> heads,
        List<Line> lines,
        String total,
        Optional<String> more,
        boolean continued,
        String csv,
        String xlsx) {

    public ProjectsModel {
        pills = List.copyOf(pills);
        unknown = List.copyOf(unknown);
        lines = List.copyOf(lines);
    }

    /** The rows of this page and the totals below them, as selectors: what may change while it is open. */
    public String parts() {
        return lines.stream().map(line -> ",#" + line.id()).collect(Collectors.joining("", "#totals", ""));
    }

    /**
     * A project; its id is that of its row on the page.
     *
     * @param next the milestone that is expected next, and {@code day} when; empty where none is open
     * @param claimed whether that milestone is claimed and not verified
     * @param slip in words, and {@code look} its class in the sheet
     */
    public record Line(
            String id,
            String address,
            String name,
            String kind,
            String region,
            String country,
            boolean sample,
            boolean unverified,
            Mark state,
            Optional<String> next,
            String day,
            boolean claimed,
            String slip,
            String look) {}
}
