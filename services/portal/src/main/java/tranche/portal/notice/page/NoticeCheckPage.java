package tranche.portal.notice.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import tranche.portal.frame.page.FileForm;
import tranche.portal.frame.page.Pages;
import tranche.portal.frame.page.Readers;
import tranche.portal.frontdoor.domain.Answered;
import tranche.portal.frontdoor.domain.Nobody;
import tranche.portal.frontdoor.domain.ServiceCalls;
import tranche.portal.frontdoor.domain.ServiceReply;
import tranche.portal.notice.page.NoticeCheckModel.Finding;
import tranche.portal.session.domain.Reader;
import tranche.portal.words.page.Words;
import tranche.web.problem.Problem;
import tranche.web.problem.RequestRefusal;

/**
 * Whether a notice is ours or was taken back, for whoever holds one, without an account. Its browser hashes the file and
 * sends the hash; without script the file is sent, hashed as it comes and kept nowhere. The answer has an address of its own.
 */
@Controller("/verify")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NoticeCheckPage {

    /** Of all who ask at once; whoever is signed in goes on. */
    private static final int MOST_AT_ONCE = 8;

    private static final int CHUNK_BYTES = 64 * 1024;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final ServiceCalls services;
    private final Pages pages;
    private final Semaphore open = new Semaphore(MOST_AT_ONCE);

    /** Of its own: a file that comes slowly keeps no look-up waiting. */
    private final Semaphore uploads = new Semaphore(MOST_AT_ONCE);

    NoticeCheckPage(ServiceCalls services, Pages pages) {
        this.services = services;
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    HttpResponse<?> check(HttpRequest<?> request) {
        Optional<String> hash = request.getParameters().getFirst("sha256");
        if (hash.isEmpty()) {
            return page(request, HttpStatus.OK, Optional.empty(), _ -> NoticeCheckModel.Answer.asked());
        }
        if (!HASH.matcher(hash.get()).matches()) {
            return page(request, HttpStatus.OK, Optional.empty(), _ -> NoticeCheckModel.Answer.of(Finding.NO_FILE));
        }
        return checked(request, hash.get());
    }

    /** The file as it comes, for whoever has no script; what it says nobody looks at. */
    @Post(produces = MediaType.TEXT_HTML)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    HttpResponse<?> hash(HttpRequest<?> request) {
        if (!uploads.tryAcquire()) {
            return page(
                    request,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Optional.empty(),
                    _ -> NoticeCheckModel.Answer.of(Finding.AWAY));
        }
        try {
            FileForm form = FileForm.read(request);
            String hash = form.length() == 0 ? "" : hashed(form);
            return HttpResponse.seeOther(URI.create("/verify?sha256=" + hash));
        } finally {
            uploads.release();
        }
    }

    private static String hashed(FileForm form) {
        try (InputStream file = form.file()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = file.read(chunk); read >= 0; read = file.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException brokenOff) {
            throw Problem.of(RequestRefusal.MALFORMED);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private HttpResponse<?> checked(HttpRequest<?> request, String hash) {
        if (!open.tryAcquire()) {
            return page(
                    request,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    Optional.of(hash),
                    _ -> NoticeCheckModel.Answer.of(Finding.AWAY));
        }
        try {
            ServiceReply reply = services.get(Nobody.ACTOR, Readers.of(request).locale(), "/notices/" + hash);
            return reply.succeeded()
                    ? page(request, HttpStatus.OK, Optional.of(hash), words -> found(Answered.of(reply), words))
                    : page(
                            request,
                            HttpStatus.SERVICE_UNAVAILABLE,
                            Optional.of(hash),
                            _ -> NoticeCheckModel.Answer.of(Finding.AWAY));
        } finally {
            open.release();
        }
    }

    private static NoticeCheckModel.Answer found(Answered answer, Words words) {
        return new NoticeCheckModel.Answer(
                Finding.valueOf(answer.text("state")),
                answer.textIfAny("issuedAt").map(at -> words.dates().moment(Instant.parse(at))),
                answer.textIfAny("withdrawnAt").map(at -> words.dates().moment(Instant.parse(at))),
                answer.textIfAny("fingerprint"),
                answer.wholeIfAny("noticesBefore"),
                answer.objectIfAny("accountBefore")
                        .map(old -> new NoticeCheckModel.Replaced(
                                old.text("fingerprint"), words.dates().moment(old.instant("until")))));
    }

    @FunctionalInterface
    private interface Said {
        NoticeCheckModel.Answer in(Words words);
    }

    private HttpResponse<?> page(HttpRequest<?> request, HttpStatus status, Optional<String> hash, Said said) {
        Reader reader = Readers.of(request);
        Words words = pages.words(reader);
        return pages.page(
                request,
                status,
                "notice/verify.jte",
                new NoticeCheckModel(pages.open(request, reader, words.say("verify.title")), hash, said.in(words)));
    }
}
