package tranche.commitments.commitment.api;

import java.util.List;
import tranche.commitments.commitment.domain.Evidence;
import tranche.web.body.Body;

/** What shows that something was agreed, as a body names it. */
final class EvidenceBody {

    /** Characters of a document's or a signatory's name. */
    static final int MOST_NAME = 200;

    private EvidenceBody() {}

    /** By name and hash, in the order given; none where there is no such member. */
    static List<Evidence.Document> documents(Body body) {
        return body.objects("documents", 0, Evidence.MOST_DOCUMENTS).stream()
                .map(document -> new Evidence.Document(document.text("name", MOST_NAME), document.sha256("sha256")))
                .toList();
    }
}
