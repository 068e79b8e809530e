package tranche.web.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;

/** A page about a problem, for a person who reads with a browser. A service without pages has none. */
public interface ProblemPage {

    /** The page, with the problem's status. */
    MutableHttpResponse<?> render(HttpRequest<?> request, ProblemAnswers.Told told);
}
