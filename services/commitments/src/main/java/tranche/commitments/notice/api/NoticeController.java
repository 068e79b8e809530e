package tranche.commitments.notice.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tranche.commitments.drawdown.domain.CallLine;
import tranche.commitments.drawdown.domain.CallStep;
import tranche.commitments.drawdown.domain.CapitalCall;
import tranche.commitments.drawdown.domain.LineState;
import tranche.commitments.drawdown.store.CallViews;
import tranche.commitments.notice.NoticeFiles;
import tranche.commitments.notice.domain.Notice;
import tranche.commitments.notice.domain.NoticeCheck;
import tranche.commitments.notice.domain.NoticeRefusal;
import tranche.commitments.notice.domain.NoticeState;
import tranche.commitments.notice.store.NoticeFileRows.Kept;
import tranche.commitments.notice.store.NoticeViews;
import tranche.values.actor.ContentHash;
import tranche.values.register.AsOf;
import tranche.web.access.Caller;
import tranche.web.body.Fields;
import tranche.web.command.Answers;
import tranche.web.file.Downloads;
import tranche.web.json.JsonObject;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * Notices over HTTP: the signed content as it was signed, or the file that was made of it. Whether a notice was
 * taken back stands beside it, for nothing in it can change.
 */
@Controller("/api/v1")
final class NoticeController {

    /** The detached signature of the content (RFC 7515, appendix F). */
    private static final String SIGNATURE = "Tranche-Signature";

    private static final String STATE = "Tranche-Notice-State";

    private static final MediaType PDF = MediaType.APPLICATION_PDF_TYPE;
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;

    private final CallViews calls;
    private final NoticeViews notices;
    private final NoticeFiles files;

    NoticeController(CallViews calls, NoticeViews notices, NoticeFiles files) {
        this.calls = calls;
        this.notices = notices;
        this.files = files;
    }

    @Get(
            value = "/capital-calls/{id}/lines/{lineId}/notice",
            produces = {MediaType.APPLICATION_PDF, MediaType.APPLICATION_JSON})
    HttpResponse<byte[]> read(HttpRequest<?> request, Caller caller, String id, String lineId) {
        UUID callId = Fields.pathId(id);
        UUID line = Fields.pathId(lineId);
        CapitalCall call = calls.one(caller.access(), callId, AsOf.NOW).orElseThrow(Problem::notFound);
        CallLine owed = calls.line(caller.access(), call.id(), line).orElseThrow(Problem::notFound);
        Notice notice = notices.one(caller.access(), callId, line).orElseThrow(() -> without(call, owed));
        MutableHttpResponse<byte[]> answer = isJsonAsked(request) ? content(notice) : file(notice, caller);
        return answer.header(STATE, stateOf(owed).name())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    /** Nothing is demanded yet, or was before notices were signed. */
    private static Problem without(CapitalCall call, CallLine line) {
        boolean isDemanded = switch (line.state()) {
            case DRAFT, CANCELLED, DROPPED -> false;
            case ISSUED, PART_PAID, OVERDUE, PAID, REVERSED -> true;
        };
        return isDemanded
                ? Problem.of(NoticeRefusal.NOTICE_NOT_SIGNED, Map.of())
                : Problem.of(
                        NoticeRefusal.INVALID_STATE,
                        Map.of(
                                "state",
                                call.state().name(),
                                "allowed",
                                call.allowed().stream().map(CallStep::command).toList()));
    }

    private static NoticeState stateOf(CallLine line) {
        return line.state() == LineState.REVERSED ? NoticeState.WITHDRAWN : NoticeState.GENUINE;
    }

    private static boolean isJsonAsked(HttpRequest<?> request) {
        List<MediaType> accepted = List.copyOf(request.accept());
        if (accepted.isEmpty()) {
            return false;
        }
        for (MediaType type : accepted) {
            if (type.matches(PDF)) {
                return false;
            }
            if (type.matches(JSON)) {
                return true;
            }
        }
        throw Problem.of(RequestRefusal.NOT_ACCEPTABLE);
    }

    private static MutableHttpResponse<byte[]> content(Notice notice) {
        return HttpResponse.ok(notice.content().getBytes(StandardCharsets.UTF_8))
                .contentType(JSON)
                .header(HttpHeaders.ETAG, Downloads.tag(notice.sha256().hex()))
                .header(SIGNATURE, notice.signature())
                .header(HttpHeaders.CONTENT_DISPOSITION, name(notice, "json"));
    }

    private MutableHttpResponse<byte[]> file(Notice notice, Caller caller) {
        Kept file = files.of(notice, caller.language());
        return HttpResponse.ok(file.bytes())
                .contentType(PDF)
                .header(HttpHeaders.ETAG, Downloads.tag(file.sha256()))
                .header(HttpHeaders.CONTENT_LANGUAGE, caller.language().getLanguage())
                .header(HttpHeaders.CONTENT_DISPOSITION, name(notice, "pdf"));
    }

    private static String name(Notice notice, String ending) {
        return "inline; filename=\"notice-" + notice.id() + "." + ending + "\"";
    }

    /**
     * Whoever holds a file is told whether it is ours and was taken back: what is printed on it and, where its account is not the
     * fund's first, what held before.
     */
    @Get("/notices/{sha256}")
    HttpResponse<byte[]> check(String sha256) {
        if (!ContentHash.isWellFormed(sha256)) {
            throw Problem.notFound();
        }
        NoticeCheck check = notices.check(new ContentHash(sha256));
        Optional<Notice.Named> named = check.named();
        return Answers.read(JsonObject.empty()
                .put("state", check.state())
                .put("issuedAt", check.issuedAt())
                .put("withdrawnAt", check.withdrawnAt())
                .put("fingerprint", named.map(one -> one.fingerprint().text()))
                .put("noticesBefore", named.map(Notice.Named::before))
                .put("accountBefore", check.replaced().map(NoticeController::json)));
    }

    private static JsonObject json(NoticeCheck.Replaced replaced) {
        return JsonObject.empty()
                .put("fingerprint", replaced.fingerprint().text())
                .put("until", replaced.until());
    }
}
