package tranche.milestones.manners;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import tranche.Head;
import tranche.Money;
import tranche.commitments.ConditionGroup;
import tranche.commitments.TrancheCondition;
import tranche.commitments.TrancheCreated;
import tranche.commitments.TrancheDrafted;
import tranche.commitments.TrancheReleased;
import tranche.flow.Flow;
import tranche.flow.inbox.Consumer;
import tranche.flow.inbox.Incoming;
import tranche.milestones.MilestonesProcess;
import tranche.milestones.MilestonesProcess.Reply;
import tranche.milestones.milestone.reactions.TrancheReactions;
import tranche.values.actor.Actor;
import tranche.values.actor.Role;

/** A running service with a programme, and the few steps that every test of the contract begins with. */
final class Desk implements AutoCloseable {

    static final Actor MANAGER = MilestonesProcess.anybody(Role.FUND_MANAGER);
    static final Actor APPROVER = MilestonesProcess.anybody(Role.APPROVER);
    static final Actor REPORTER = MilestonesProcess.anybody(Role.SITE_REPORTER);
    static final Actor VERIFIER = MilestonesProcess.anybody(Role.VERIFIER);
    static final Actor AUDITOR = MilestonesProcess.anybody(Role.AUDITOR);

    final MilestonesProcess service;
    final UUID programme;

    Desk(Path data) throws IOException {
        service = new MilestonesProcess(data);
        programme = service.programme("UTC");
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /** An object that a manager makes. */
    Reply made(String collection, String body, String... headers) {
        Reply made = service.post(MANAGER, collection, body, headers);
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        return made;
    }

    static String projectBody(UUID programme, String name) {
        return "{\"programmeId\": \"" + programme + "\", \"name\": \"" + name
                + "\", \"kind\": \"FAB\", \"region\": \"US-AZ\", \"country\": \"US\"}";
    }

    UUID project() {
        return made("/projects", projectBody(programme, "Fab 1")).id();
    }

    /** A milestone that takes twenty working days and is to be reached on a day. */
    static String milestoneBody(UUID project, LocalDate baseline) {
        return "{\"projectId\": \"" + project + "\", \"name\": \"First wafer\", \"kind\": \"PRODUCTION\","
                + " \"baselineDate\": \"" + baseline + "\", \"durationDays\": 20}";
    }

    Reply planned(UUID project) {
        return made("/milestones", milestoneBody(project, today().plusDays(90)));
    }

    /** @param more further fields, each behind a comma */
    Reply planned(UUID project, String more) {
        return made("/milestones", with(milestoneBody(project, today().plusDays(90)), more));
    }

    /** An object with further fields, each behind a comma. */
    static String with(String body, String more) {
        return body.substring(0, body.length() - 1) + more + "}";
    }

    /** A step that is taken. */
    Reply moved(Actor by, UUID milestone, String command, String body) {
        Reply moved = service.post(by, "/milestones/" + milestone + "/" + command, body);
        assertThat(moved.status()).as(moved.raw().body()).isEqualTo(200);
        return moved;
    }

    Reply claimed(UUID milestone) {
        return moved(REPORTER, milestone, "claim", "{\"claimedDate\": \"" + today() + "\"}");
    }

    Reply shown(UUID milestone, byte[] file, String... more) {
        Reply shown = submit(REPORTER, milestone, file, more);
        assertThat(shown.status()).as(shown.raw().body()).isEqualTo(200);
        return shown;
    }

    /** @param more names and values of further texts */
    Reply submit(Actor by, UUID milestone, byte[] file, String... more) {
        String[] texts = new String[more.length + 2];
        texts[0] = "kind";
        texts[1] = "PHOTO";
        System.arraycopy(more, 0, texts, 2, more.length);
        return service.send(by, "POST", "/milestones/" + milestone + "/evidence", Forms.TYPE, Forms.form(file, texts));
    }

    /** A claim with a piece of evidence that no other has. */
    Reply shown(UUID milestone) {
        claimed(milestone);
        return shown(milestone, Forms.bytes("photo of " + milestone));
    }

    static String finding() {
        return "{\"achievedDate\": \"" + today() + "\", \"statement\": \"Seen on site.\"}";
    }

    Reply verified(UUID milestone) {
        shown(milestone);
        return moved(VERIFIER, milestone, "verification", finding());
    }

    /** What a manager puts to a second person. */
    Reply proposed(UUID milestone, String command, String body) {
        Reply proposed = service.post(MANAGER, "/milestones/" + milestone + "/" + command, body);
        assertThat(proposed.status()).as(proposed.raw().body()).isEqualTo(202);
        return proposed;
    }

    Reply confirmed(Reply proposed) {
        Reply confirmed = service.post(
                APPROVER,
                "/approvals/" + proposed.text("approvalId") + "/approval",
                "{\"contentHash\": \"" + proposed.text("contentHash") + "\"}");
        assertThat(confirmed.status()).as(confirmed.raw().body()).isEqualTo(200);
        return confirmed;
    }

    Reply read(UUID milestone) {
        return service.get(MANAGER, "/milestones/" + milestone);
    }

    /** Short names of a milestone's events, in their order. */
    List<String> events(UUID milestone) {
        List<String> types = new ArrayList<>();
        service.get(AUDITOR, "/audit/events?limit=500&aggregateId=" + milestone)
                .body()
                .get("items")
                .forEach(event -> types.add(event.get("type").asText().replace("tranche.milestones.", "")));
        return types;
    }

    /** What is wrong with a request's values: {@code pointer code}, or {@code parameter code}. */
    static List<String> errors(Reply refused) {
        List<String> errors = new ArrayList<>();
        for (JsonNode error : refused.body().path("errors")) {
            String where = error.has("pointer")
                    ? error.get("pointer").asText()
                    : error.get("parameter").asText();
            errors.add(where + " " + error.get("code").asText());
        }
        return errors;
    }

    static void assertRefused(Reply refused, int status, String code) {
        assertThat(refused.status()).as(refused.raw().body()).isEqualTo(status);
        assertThat(refused.text("type")).endsWith("/problems/" + code);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    }

    /** Of an event that another service might tell. */
    static Head head(UUID aggregate) {
        return Head.newBuilder()
                .setEventId(UUID.randomUUID())
                .setAggregateId(aggregate)
                .setVersion(1)
                .setSequence(1)
                .setEffectiveDate(LocalDate.EPOCH)
                .setRecordedAt(Instant.now().truncatedTo(ChronoUnit.MICROS))
                .setActorId(UUID.randomUUID())
                .setCorrelationId(UUID.randomUUID())
                .build();
    }

    /** Tells a consumer of events, as its inbox would once their keys are locked. */
    void tell(Class<? extends Consumer> consumer, UUID key, SpecificRecord... events) {
        Consumer told = service.bean(consumer);
        List<Incoming> batch = Arrays.stream(events)
                .map(event -> new Incoming(
                        told.topics().iterator().next(),
                        key,
                        head(key),
                        event.getSchema().getFullName(),
                        event,
                        Optional.empty()))
                .toList();
        service.bean(Flow.class).writers().together(transaction -> {
            transaction.lock(told.keys(transaction.connection(), batch), Set.of());
            told.handle(transaction, batch);
            return batch;
        });
    }

    /** A tranche of a fund of the programme that waits for milestones, as the service of commitments would have told of it. */
    UUID tranche(UUID fund, UUID... milestones) {
        UUID id = UUID.randomUUID();
        tell(
                TrancheReactions.class,
                fund,
                TrancheDrafted.newBuilder()
                        .setHead(head(id))
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setTrancheId(id)
                        .setName("Tools of " + id)
                        .setAmount(new Money(new BigDecimal("1.0000"), "USD"))
                        .setConditionVersion(1)
                        .setConditionsFrom(today())
                        .setConditions(conditions(milestones))
                        .setConditionsHash("ab".repeat(32))
                        .setState("DRAFT")
                        .build(),
                TrancheCreated.newBuilder()
                        .setHead(head(id))
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setTrancheId(id)
                        .setAmount(new Money(new BigDecimal("1.0000"), "USD"))
                        .setContentHash("ab".repeat(32))
                        .setState("LOCKED")
                        .build());
        return id;
    }

    /** All of which must be met. */
    static List<ConditionGroup> conditions(UUID... milestones) {
        return Arrays.stream(milestones)
                .map(milestone -> new ConditionGroup(
                        1,
                        List.of(TrancheCondition.newBuilder()
                                .setType("MILESTONE_VERIFIED")
                                .setMilestoneId(milestone)
                                .build())))
                .toList();
    }

    void released(UUID fund, UUID tranche) {
        tell(
                TrancheReactions.class,
                fund,
                TrancheReleased.newBuilder()
                        .setHead(head(tranche))
                        .setProgrammeId(programme)
                        .setFundId(fund)
                        .setTrancheId(tranche)
                        .setCallId(UUID.randomUUID())
                        .setAmount(new Money(new BigDecimal("1.0000"), "USD"))
                        .setConditionVersion(1)
                        .setMilestoneIds(List.of())
                        .setVerifiedMilestoneIds(List.of())
                        .setWaivedMilestoneIds(List.of())
                        .setState("RELEASED")
                        .build());
    }

    /** A waiver for tranches. */
    static String waiverFor(UUID... tranches) {
        String ids = Arrays.stream(tranches).map(id -> "\"" + id + "\"").collect(Collectors.joining(", "));
        return "{\"trancheIds\": [" + ids + "], \"expires\": \"" + today() + "\", \"reason\": \"As agreed.\"}";
    }

    @Override
    public void close() {
        service.close();
    }
}
