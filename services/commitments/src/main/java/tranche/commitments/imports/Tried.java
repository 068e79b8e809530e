package tranche.commitments.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tranche.commitments.imports.RowCommands.Fate;
import tranche.commitments.imports.domain.Entry;
import tranche.commitments.imports.domain.Entry.Held;
import tranche.commitments.imports.domain.Filing;
import tranche.commitments.imports.domain.RowError;
import tranche.commitments.imports.domain.Skipped;
import tranche.flow.writer.Position;

/**
 * What a file's rows came to when they were tried.
 *
 * @param refused rows that the rules refuse
 * @param held rows that a second person would be asked about
 * @param skipped all rows that ask for nothing new, by line
 * @param written how many rows made something
 * @param position of what was written
 */
record Tried(List<RowError> refused, List<Held> held, List<Skipped> skipped, int written, Position position) {

    /** @param fates one for each of the file's entries, in their order; none where nothing was tried */
    static Tried of(Filing filing, List<Fate> fates) {
        List<RowError> refused = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>(filing.skipped());
        List<Position> positions = new ArrayList<>();
        for (int i = 0; i < fates.size(); i++) {
            Entry entry = filing.entries().get(i);
            switch (fates.get(i)) {
                case Fate.Written written -> {
                    positions.add(written.done().position());
                    if (entry instanceof Held waiting) {
                        held.add(waiting);
                    }
                }
                case Fate.AlreadyThere _ -> skipped.add(new Skipped(entry.line(), Skipped.Reason.ALREADY_IMPORTED));
                case Fate.Refused no ->
                    refused.add(filing.refused(
                            entry.line(), no.why().refusal().code(), no.why().facts()));
            }
        }
        skipped.sort(Comparator.comparingInt(Skipped::line));
        return new Tried(refused, held, skipped, positions.size(), Position.of(positions));
    }
}
