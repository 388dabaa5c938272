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
import io.holdfast.serving.store.Named;
import io.holdfast.serving.store.Store;
import io.holdfast.serving.wire.EffectReplies;
import io.holdfast.serving.wire.ReplyContext;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpStatus;

/** Answers what care brought about. */
final class EffectRoutes {
    static final String PATH = "/v1/effects";
    private static final List<String> PARAMETERS = List.of("plan", "by", "page");

    private final StoreAccess access;
    private final ReasonCatalogue reasons;
    private final Clock clock;
    private final PagedRoute route;

    /** Routes that answer in a language where a request asks for none. */
    EffectRoutes(StoreAccess access, ReasonCatalogue reasons, Language fallback, Clock clock) {
        this.access = access;
        this.reasons = reasons;
        this.clock = clock;
        this.route = new PagedRoute(PARAMETERS, fallback);
    }

    /** {@code GET /v1/effects}, with {@code plan} and {@code by}; a page for people where the client would rather have one. */
    void get(Context ctx) throws IOException {
        Store store = access.require();
        route.requireParameters(ctx);
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
        List<String> codes = by.isEmpty() ? List.of() : List.of(by.split(",", -1));
        route.write(ctx, () -> answer(store, reasons, plan, codes, clock.instant()));
    }

    /** What is known, and what the next plan believes. */
    private record Answer(EffectReport report, List<PooledEffect> pooled, CareNames names) implements PagedAnswer {
        @Override
        public byte[] page(Language language) {
            return EffectPage.of(report, names, language);
        }

        @Override
        public byte[] reply(ReplyContext context, Optional<String> page) {
            return EffectReplies.write(report, pooled, names, context, page);
        }
    }

    /** What is known, or the problem with the question. */
    static PagedAnswer answer(
            Store store, ReasonCatalogue reasons, Optional<String> plan, List<String> by, Instant now) {
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
        Named<EffectData> known = store.namedEffectData(now);
        EffectData data = known.data();
        EffectStudy study = new EffectStudy(data.units(), data.lastReport());
        return new Answer(
                study.answer(new EffectQuestion(plan, cuts)),
                PooledEffects.measured(study),
                new CareNames(reasons, known.actions()));
    }
}
