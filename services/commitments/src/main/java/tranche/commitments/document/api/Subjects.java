package tranche.commitments.document.api;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tranche.commitments.commitment.domain.Commitment;
import tranche.commitments.commitment.store.CommitmentViews;
import tranche.commitments.document.domain.Subject;
import tranche.commitments.fund.domain.Fund;
import tranche.commitments.fund.store.FundViews;
import tranche.commitments.investor.domain.Investor;
import tranche.commitments.investor.store.InvestorViews;
import tranche.values.actor.Actor;
import tranche.values.actor.Scope;
import tranche.values.register.AsOf;
import tranche.web.body.Body;

/** Reads what a document is about: one object that the caller may see. */
@Singleton
final class Subjects {

    static final String FIELD = "about";

    private final CommitmentViews commitments;
    private final FundViews funds;
    private final InvestorViews investors;

    Subjects(CommitmentViews commitments, FundViews funds, InvestorViews investors) {
        this.commitments = commitments;
        this.funds = funds;
        this.investors = investors;
    }

    /** An object with where it belongs. */
    record Named(Subject subject, Scope scope) {}

    /** Reads {@code {"commitmentId": ...}}, {@code {"fundId": ...}} or {@code {"investorId": ...}}; else finds what is wrong. */
    Optional<Named> read(Body body, Actor reader) {
        Body about = body.object(FIELD);
        List<Subject.Type> given = Arrays.stream(Subject.Type.values())
                .filter(type -> about.isGiven(type.field()))
                .toList();
        if (given.size() != 1) {
            if (!about.isStandIn()) {
                body.find(FIELD, "not-one-of", Map.of("allowed", allowed()));
            }
            return Optional.empty();
        }
        Subject.Type type = given.getFirst();
        Optional<Subject> subject = about.optionalUuid(type.field()).map(id -> new Subject(type, id));
        Optional<Scope> scope = subject.flatMap(named -> scope(named, reader));
        if (subject.isPresent() && scope.isEmpty()) {
            about.unknownReference(type.field());
        }
        return subject.flatMap(named -> scope.map(where -> new Named(named, where)));
    }

    private static String allowed() {
        return Arrays.stream(Subject.Type.values()).map(Subject.Type::field).collect(Collectors.joining(", "));
    }

    private Optional<Scope> scope(Subject about, Actor reader) {
        return switch (about.type()) {
            case COMMITMENT ->
                commitments.one(reader.access(), about.id(), AsOf.NOW).map(Commitment::scope);
            case FUND -> funds.one(reader.access(), about.id(), AsOf.NOW).map(Fund::scope);
            case INVESTOR -> investors.one(reader, about.id(), AsOf.NOW).map(Investor::scope);
        };
    }
}
