package tranche.milestones.milestone.api;

import java.util.List;
import java.util.Optional;
import tranche.milestones.milestone.domain.Evidence;
import tranche.milestones.milestone.domain.KeptEvidence;
import tranche.milestones.milestone.store.EvidenceViews.Listed;
import tranche.web.json.JsonObject;
import tranche.web.table.Column;
import tranche.web.table.Table;

/** Evidence as callers get it. */
final class EvidenceAnswers {

    /** The columns of a list that leaves as a file. */
    static final Table<Listed> TABLE = new Table<>(
            "evidence",
            List.of(
                    Column.id("id", row -> Optional.of(row.kept().evidence().id())),
                    Column.id(
                            "milestoneId",
                            row -> Optional.of(row.kept().milestone().value())),
                    Column.code("kind", row -> row.kept().evidence().kind()),
                    Column.text(
                            "sha256", row -> Optional.of(row.kept().evidence().sha256())),
                    Column.whole(
                            "size", row -> Optional.of(row.kept().evidence().size())),
                    Column.text(
                            "mediaType",
                            row -> Optional.of(row.kept().evidence().mediaType())),
                    Column.text("name", row -> row.kept().name()),
                    Column.text("source", row -> row.kept().source()),
                    Column.instant("capturedAt", row -> row.kept().capturedAt()),
                    Column.instant("submittedAt", row -> Optional.of(row.kept().submittedAt())),
                    Column.flag("reused", row -> Optional.of(row.reused()))));

    private EvidenceAnswers() {}

    /** A piece by its hash, as it stands in a milestone. */
    static JsonObject json(Evidence piece) {
        return JsonObject.empty()
                .put("id", piece.id())
                .put("kind", piece.kind())
                .put("sha256", piece.sha256())
                .put("size", piece.size())
                .put("mediaType", piece.mediaType());
    }

    static JsonObject json(Listed listed) {
        KeptEvidence kept = listed.kept();
        return json(kept.evidence())
                .put("milestoneId", kept.milestone().value())
                .put("name", kept.name())
                .put("source", kept.source())
                .put("capturedAt", kept.capturedAt())
                .put("submittedAt", kept.submittedAt())
                .put("reused", listed.reused());
    }
}
