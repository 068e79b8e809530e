package tranche.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers what nobody foresaw. The answer says that we are wrong and where to ask; the log, once, says why. */
@Singleton
final class DefectHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private final ProblemAnswers answers;

    DefectHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is declared so
    public HttpResponse<?> handle(HttpRequest request, Throwable cause) {
        return answers.defect(request, cause);
    }
}
