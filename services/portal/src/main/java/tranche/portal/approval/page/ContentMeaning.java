package tranche.portal.approval.page;

import jakarta.inject.Singleton;
import java.util.Optional;
import tranche.portal.approval.page.ApprovalModel.Meaning;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.words.page.Words;
import tranche.values.actor.Access;

/**
 * What the ids and codes of what waits stand for, in words: nobody approves what he cannot read. The members that the hash
 * covers are shown beside it, for these names are no part of them. What the reader may not see keeps its id.
 */
@Singleton
final class ContentMeaning {

    private static final String CONTENT = "content";

    private final NameBooks books;

    ContentMeaning(NameBooks books) {
        this.books = books;
    }

    /** The meaning of what a service has said of one; empty where its members say it themselves. */
    Optional<Meaning> of(Source source, Answered one, Access access, Words words) {
        return switch (source) {
            case TRANCHES -> Optional.of(draft(one, access, words).tranche());
            case CLOSINGS -> Optional.of(draft(one, access, words).closing());
            case ACCOUNTS -> Optional.of(draft(one, access, words).account());
            case PORTAL ->
                one.objectIfAny(CONTENT)
                        .map(content -> draft(content, access, words).role());
            case COMMITMENTS, MILESTONES -> proposal(one, access, words);
        };
    }

    private Optional<Meaning> proposal(Answered one, Access access, Words words) {
        return one.objectIfAny(CONTENT)
                .flatMap(content -> new ProposalWords(one, content, books.of(access, Wanted.in(one)), words).meaning());
    }

    private DraftWords draft(Answered draft, Access access, Words words) {
        return new DraftWords(draft, books.of(access, Wanted.in(draft)), words);
    }
}
