package io.holdfast.serving.http;

import io.holdfast.care.diagnosis.Diagnoser;
import io.holdfast.care.diagnosis.Diagnosis;
import io.holdfast.care.plan.CareNames;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.serving.page.DiagnosisPage;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.wire.DiagnosisReplies;
import io.holdfast.serving.wire.ReplyContext;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpStatus;

/** Answers why customers leave. One at a time: it reads every decision, which takes memory and a connection to the store. */
final class DiagnosisRoutes {
    static final String PATH = "/v1/diagnosis";

    private static final List<String> PARAMETERS = List.of("month", "interviews", "seed", "page");

    private final StoreAccess access;
    private final ReasonCatalogue reasons;
    private final Language fallback;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);

    /** Routes that answer in a language where a request asks for none. */
    DiagnosisRoutes(StoreAccess access, ReasonCatalogue reasons, Language fallback, Clock clock) {
        this.access = access;
        this.reasons = reasons;
        this.fallback = fallback;
        this.clock = clock;
    }

    /** {@code GET /v1/diagnosis}, with {@code month}, {@code interviews} and {@code seed}; a page where the client would rather have one. */
    void get(Context ctx) throws IOException {
        Store store = access.require();
        Set<String> unknown = new TreeSet<>(ctx.queryParamMap().keySet());
        unknown.removeAll(PARAMETERS);
        if (!unknown.isEmpty()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_ENTITY_422,
                    "unknown_field",
                    "There is no such parameter (expected: month, interviews, seed, page).",
                    "没有该参数（应为：month、interviews、seed、page）。"));
        }
        for (String name : PARAMETERS) {
            if (ctx.queryParams(name).size() > 1) {
                throw new ProblemException(Problem.of(
                        HttpStatus.UNPROCESSABLE_ENTITY_422,
                        "bad_value",
                        "The parameter " + name + " is given more than once (expected: once, or not at all).",
                        "参数 " + name + " 给出了多次（应为：至多一次）。"));
            }
        }
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
        boolean also = PageInReply.isWanted(ctx);
        Language language = Replies.language(ctx, fallback);
        boolean page = MediaTypes.prefersPage(Replies.header(ctx, "Accept"));
        if (!turn.tryAcquire()) {
            throw new ProblemException(Problems.overloaded());
        }
        byte[] body;
        try {
            Answer answer = answer(store, question, reasons, clock.instant());
            body = page
                    ? answer.page(language)
                    : answer.reply(new ReplyContext(RequestMark.id(ctx.req()), language), also);
        } finally {
            turn.release();
        }
        Replies.writeEither(ctx, language, page, body);
    }

    /** What a month tells. */
    record Answer(Diagnosis diagnosis, CareNames names) {
        byte[] page(Language language) {
            return DiagnosisPage.of(diagnosis, names, language);
        }

        /** @param also whether the page is a part of it */
        byte[] reply(ReplyContext context, boolean also) {
            return DiagnosisReplies.write(
                    diagnosis,
                    names,
                    context,
                    also
                            ? Optional.of(new String(page(context.language()), StandardCharsets.UTF_8))
                            : Optional.empty());
        }
    }

    /** What a month tells, or the problem with the question. */
    static Answer answer(Store store, DiagnosisQuestion question, ReasonCatalogue reasons, Instant now) {
        return new Answer(diagnose(store, question, reasons, now), new CareNames(reasons, store.actionTexts()));
    }

    private static Diagnosis diagnose(Store store, DiagnosisQuestion question, ReasonCatalogue reasons, Instant now) {
        Diagnoser diagnoser = new Diagnoser(store.diagnosisData(now), reasons, question.seed(), question.interviews());
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
