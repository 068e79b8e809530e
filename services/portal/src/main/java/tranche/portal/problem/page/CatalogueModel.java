package tranche.portal.problem.page;

import java.util.List;
import tranche.portal.frame.page.Frame;

/** All codes of the catalogue ({@code problem/catalogue.jte}). */
public record CatalogueModel(Frame frame, List<Line> lines) {

    /** A code and what it says. */
    public record Line(String code, int status, String title) {}

    public CatalogueModel {
        lines = List.copyOf(lines);
    }
}
