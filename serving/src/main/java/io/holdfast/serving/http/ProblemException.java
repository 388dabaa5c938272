package io.holdfast.serving.http;

import io.holdfast.serving.wire.MalformedRequestException;
import org.eclipse.jetty.http.HttpStatus;

/** Ends a request with a problem; carries no stack trace, since it is a verdict and not a fault. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static ProblemException of(MalformedRequestException e) {
        int status = e.isReadable() ? HttpStatus.UNPROCESSABLE_ENTITY_422 : HttpStatus.BAD_REQUEST_400;
        Problem problem = Problem.of(status, e.code(), e.detail());
        return new ProblemException(e.isReadable() ? problem.withPointer(e.pointer()) : problem);
    }

    Problem problem() {
        return problem;
    }
}
