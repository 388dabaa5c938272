package io.holdfast.serving.http;

import io.holdfast.care.effect.Cut;
import io.holdfast.care.effect.EffectQuestion;
import io.holdfast.care.effect.EffectReport;
import io.holdfast.care.effect.EffectStudy;
import io.holdfast.care.plan.CareNames;
import io.holdfast.care.posterior.PooledEffect;
import io.holdfast.care.posterior.PooledEffects;
import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.serving.page.EffectPage;
import io.holdfast.serving.store.EffectData;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.wire.EffectReplies;
import io.holdfast.serving.wire.ReplyContext;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpStatus;

/** Answers what care brought about. One at a time: it reads every decision, which takes memory and a connection to the store. */
final class EffectRoutes {
    static final String PATH = "/v1/effects";
    private static final List<String> PARAMETERS = List.of("plan", "by", "page");

    private final StoreAccess access;
    private final ReasonCatalogue reasons;
    private final Language fallback;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);

    /** Routes that answer in a language where a request asks for none. */
    EffectRoutes(StoreAccess access, ReasonCatalogue reasons, Language fallback, Clock clock) {
        this.access = access;
        this.reasons = reasons;
        this.fallback = fallback;
        this.clock = clock;
    }

    /** {@code GET /v1/effects}, with {@code plan} and {@code by}; a page for people where the client would rather have one. */
    void get(Context ctx) throws IOException {
        Store store = access.require();
        Set<String> unknown = new TreeSet<>(ctx.queryParamMap().keySet());
        unknown.removeAll(PARAMETERS);
        if (!unknown.isEmpty()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_ENTITY_422,
                    "unknown_field",
                    "There is no such parameter (expected: plan, by, page).",
                    "没有该参数（应为：plan、by、page）。"));
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
        Optional<String> plan = Optional.ofNullable(ctx.queryParam("plan"));
        if (plan.equals(Optional.of(""))
                || !QueryText.isReadable(Optional.ofNullable(ctx.queryString()).orElse(""))) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_ENTITY_422,
                    "bad_value",
                    "The parameters cannot be read, or plan is empty (expected: plan=ID in UTF-8, percent-encoded, or none for"
                            + " all plans).",
                    "参数无法读取，或 plan 为空（应为：UTF-8 百分号编码的 plan=编号；查询全部计划则不写）。"));
        }
        String by = Optional.ofNullable(ctx.queryParam("by")).orElse("");
        boolean also = PageInReply.isWanted(ctx);
        Language language = Replies.language(ctx, fallback);
        ReplyContext reply = new ReplyContext(RequestMark.id(ctx.req()), language);
        List<String> codes = by.isEmpty() ? List.of() : List.of(by.split(",", -1));
        if (!turn.tryAcquire()) {
            throw new ProblemException(Problems.overloaded());
        }
        boolean page = MediaTypes.prefersPage(Replies.header(ctx, "Accept"));
        byte[] body;
        try {
            Answer answer = answer(store, reasons, plan, codes, clock.instant());
            body = page ? answer.page(language) : answer.reply(reply, also);
        } finally {
            turn.release();
        }
        Replies.writeEither(ctx, language, page, body);
    }

    /** What is known, and what the next plan believes. */
    record Answer(EffectReport report, List<PooledEffect> pooled, CareNames names) {
        byte[] page(Language language) {
            return EffectPage.of(report, names, language);
        }

        /** @param also whether the page is a part of it */
        byte[] reply(ReplyContext context, boolean also) {
            return EffectReplies.write(
                    report,
                    pooled,
                    names,
                    context,
                    also
                            ? Optional.of(new String(page(context.language()), StandardCharsets.UTF_8))
                            : Optional.empty());
        }
    }

    /** What is known, or the problem with the question. */
    static Answer answer(Store store, ReasonCatalogue reasons, Optional<String> plan, List<String> by, Instant now) {
        List<Cut> cuts = EffectReplies.cuts(by)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.UNPROCESSABLE_ENTITY_422,
                        "bad_value",
                        "The cuts of by cannot be taken (expected: each of " + Cut.codes() + " at most once).",
                        "by 的取值无效（应为：" + Cut.codes() + "，各至多一次）。")));
        if (plan.isPresent() && !store.isPlan(plan.get())) {
            throw new ProblemException(Problem.of(
                    HttpStatus.NOT_FOUND_404,
                    "no_such_plan",
                    "There is no such plan (expected: the id of one that was kept).",
                    "没有该计划（应为：已保存计划的编号）。"));
        }
        EffectData data = store.effectData(now);
        EffectStudy study = new EffectStudy(data.units(), data.lastReport());
        return new Answer(
                study.answer(new EffectQuestion(plan, cuts)),
                PooledEffects.measured(study),
                new CareNames(reasons, store.actionTexts()));
    }
}
