package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.serving.wire.MalformedRequestException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/** Ends a request with a problem; carries no stack trace, since it is a verdict and not a fault. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Optional<Language> language;

    ProblemException(Problem problem) {
        this(problem, Optional.empty());
    }

    private ProblemException(Problem problem, Optional<Language> language) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.language = language;
    }

    static ProblemException of(MalformedRequestException e) {
        int status = e.isReadable() ? HttpStatus.UNPROCESSABLE_ENTITY_422 : HttpStatus.BAD_REQUEST_400;
        return new ProblemException(
                Problem.of(status, e.code(), e.detail()).withPointer(e.pointer()),
                e.language().flatMap(Language::match));
    }

    Problem problem() {
        return problem;
    }

    /** The language that the request's body asks for. */
    Optional<Language> language() {
        return language;
    }
}
