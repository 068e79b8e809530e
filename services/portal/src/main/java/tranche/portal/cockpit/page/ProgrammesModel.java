package tranche.portal.cockpit.page;

import java.util.List;
import tranche.portal.cockpit.page.OverviewModel.ProgrammeLine;
import tranche.portal.frame.page.Frame;

/** All programmes that the reader may see ({@code cockpit/programmes.jte}). */
public record ProgrammesModel(Frame frame, List<ProgrammeLine> programmes) {

    public ProgrammesModel {
        programmes = List.copyOf(programmes);
    }
}
