package io.holdfast.serving.http;

import io.holdfast.care.diagnosis.Diagnoser;
import io.holdfast.care.diagnosis.Diagnosis;
import io.holdfast.care.diagnosis.DiagnosisData;
import io.holdfast.care.plan.CareNames;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.serving.page.DiagnosisPage;
import io.holdfast.serving.store.Named;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.wire.DiagnosisReplies;
import io.holdfast.serving.wire.ReplyContext;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/** Answers why customers leave. */
final class DiagnosisRoutes {
    static final String PATH = "/v1/diagnosis";

    private static final List<String> PARAMETERS = List.of("month", "interviews", "seed", "page");

    private final StoreAccess access;
    private final ReasonCatalogue reasons;
    private final Clock clock;
    private final PagedRoute route;

    /** Routes that answer in a language where a request asks for none. */
    DiagnosisRoutes(StoreAccess access, ReasonCatalogue reasons, Language fallback, Clock clock) {
        this.access = access;
        this.reasons = reasons;
        this.clock = clock;
        this.route = new PagedRoute(PARAMETERS, fallback);
    }

    /** {@code GET /v1/diagnosis}, with {@code month}, {@code interviews} and {@code seed}; a page where the client would rather have one. */
    void get(Context ctx) throws IOException {
        Store store = access.require();
        route.requireParameters(ctx);
        if (PARAMETERS.stream().anyMatch(name -> "".equals(ctx.queryParam(name)))
                || !QueryText.isReadable(Optional.ofNullable(ctx.queryString()).orElse(""))) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_ENTITY_422,
                    "bad_value",
                    "The parameters cannot be read, or one is empty (expected: month=2026-10 and the like in UTF-8, percent-encoded, or none).",
                    "参数无法读取，或有参数为空（应为：UTF-8 百分号编码的 month=2026-10 等；不需要则不写）。"));
        }
        DiagnosisQuestion question =
                DiagnosisQuestion.of(ctx.queryParam("month"), ctx.queryParam("interviews"), ctx.queryParam("seed"));
        route.write(ctx, () -> answer(store, question, reasons, clock.instant()));
    }

    private record Answer(Diagnosis diagnosis, CareNames names) implements PagedAnswer {
        @Override
        public byte[] page(Language language) {
            return DiagnosisPage.of(diagnosis, names, language);
        }

        @Override
        public byte[] reply(ReplyContext context, Optional<String> page) {
            return DiagnosisReplies.write(diagnosis, names, context, page);
        }
    }

    /** What a month tells, or the problem with the question. */
    static PagedAnswer answer(Store store, DiagnosisQuestion question, ReasonCatalogue reasons, Instant now) {
        Named<DiagnosisData> known = store.diagnosisData(now);
        return new Answer(diagnose(known.data(), question, reasons, now), new CareNames(reasons, known.actions()));
    }

    private static Diagnosis diagnose(
            DiagnosisData data, DiagnosisQuestion question, ReasonCatalogue reasons, Instant now) {
        Diagnoser diagnoser = new Diagnoser(data, reasons, question.seed(), question.interviews());
        YearMonth running = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        Optional<YearMonth> month = question.month().or(() -> diagnoser.latest(running));
        return month.filter(diagnoser.months()::contains)
                .map(each -> diagnoser.of(each, running))
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.NOT_FOUND_404,
                        "no_such_month",
                        "The store knows nothing of that month (expected: one with decisions or leavings"
                                + known(diagnoser, ", ") + ").",
                        "库中没有该月的记录（应为：有决定或流失的月份" + known(diagnoser, "，") + "）。")));
    }

    private static String known(Diagnoser diagnoser, String between) {
        return diagnoser.months().isEmpty()
                ? ""
                : between + diagnoser.months().get(0) + " … "
                        + diagnoser.months().get(diagnoser.months().size() - 1);
    }
}
