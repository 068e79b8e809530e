package tranche.web.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Gives the framework's own refusals (no such path, method, media type ...) the form of all others. */
@Primary
@Singleton
@SuppressWarnings("rawtypes") // the framework asks for the bean by its raw type
final class FrameworkProblems implements ErrorResponseProcessor {

    private final ProblemAnswers answers;

    FrameworkProblems(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public MutableHttpResponse<?> processResponse(ErrorContext context, MutableHttpResponse response) {
        MutableHttpResponse<?> answer = response.code() >= 500 && response.code() != 503
                ? answers.defect(
                        context.getRequest(),
                        context.getRootCause()
                                .orElseGet(
                                        () -> new IllegalStateException("the framework answered " + response.code())))
                : answers.answer(context.getRequest(), Problem.of(refusal(response.code())));
        String allow = response.getHeaders().get(HttpHeaders.ALLOW);
        if (allow != null) {
            answer.header(HttpHeaders.ALLOW, allow);
        }
        return answer;
    }

    private static RequestRefusal refusal(int status) {
        return switch (status) {
            case 401 -> RequestRefusal.UNAUTHENTICATED;
            case 403 -> RequestRefusal.FORBIDDEN;
            case 404 -> RequestRefusal.NOT_FOUND;
            case 405 -> RequestRefusal.METHOD_NOT_ALLOWED;
            case 406 -> RequestRefusal.NOT_ACCEPTABLE;
            case 413 -> RequestRefusal.TOO_LARGE;
            case 415 -> RequestRefusal.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> RequestRefusal.TOO_MANY_REQUESTS;
            case 503 -> RequestRefusal.UNAVAILABLE;
            default -> RequestRefusal.MALFORMED;
        };
    }
}
