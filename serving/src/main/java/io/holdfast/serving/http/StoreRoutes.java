package io.holdfast.serving.http;

import io.holdfast.scoring.dataset.Language;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import io.holdfast.serving.keys.Scope;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The routes of a server that keeps a store. One without has them, too, and says on each that it keeps none. */
final class StoreRoutes {
    private final StoreAccess access;
    private final Language language;
    private final Clock clock;
    private final PlanRoutes plans;
    private final ReasonCatalogue reasons;
    private final Set<String> actions;

    /**
     * Routes that answer in a language where a request asks for none.
     *
     * @param reasons of the model that is served
     * @param actions codes of those of the playbook; empty where there is none
     */
    StoreRoutes(
            StoreAccess access,
            Language language,
            Clock clock,
            PlanRoutes plans,
            ReasonCatalogue reasons,
            Set<String> actions) {
        this.access = access;
        this.language = language;
        this.clock = clock;
        this.plans = plans;
        this.reasons = reasons;
        this.actions = actions;
    }

    /**
     * One thing that can be asked of a store.
     *
     * @param path of its route
     * @param scope that a key must have
     * @param answer what it does
     */
    record Question(String path, Scope scope, DocumentCall.Answer answer) {}

    static final List<Question> QUESTIONS = List.of(
            new Question("/v1/care:lookup", Scope.CARE_READ, CareRoutes::lookup),
            new Question("/v1/decisions:override", Scope.WORK_WRITE, CareRoutes::override),
            new Question("/v1/work-items:query", Scope.WORK_READ, WorkRoutes::query),
            new Question("/v1/work-items:claim", Scope.WORK_WRITE, WorkRoutes::claim),
            new Question("/v1/work-items:release", Scope.WORK_WRITE, WorkRoutes::release),
            new Question("/v1/work-items:escalate", Scope.WORK_WRITE, WorkRoutes::escalate),
            new Question("/v1/work-items:disposition", Scope.WORK_WRITE, WorkRoutes::disposition),
            new Question("/v1/work-attempts", Scope.WORK_WRITE, WorkRoutes::attempts),
            new Question("/v1/owners:mark", Scope.WORK_WRITE, WorkRoutes::markOwner),
            new Question("/v1/contacts", Scope.CONTACT_WRITE, ContactRoutes::contacts),
            new Question("/v1/consents", Scope.CONTACT_WRITE, ContactRoutes::consents),
            new Question("/v1/outcomes", Scope.OUTCOME_WRITE, OutcomeRoutes::report),
            new Question("/v1/customers:merge", Scope.CUSTOMER_MERGE, CustomerRoutes::merge),
            new Question("/v1/customers:export", Scope.CUSTOMER_EXPORT, CustomerRoutes::export),
            new Question("/v1/customers:erase", Scope.CUSTOMER_ERASE, CustomerRoutes::erase));

    List<Route> all() {
        Question plan = new Question("/v1/care-plans", Scope.PLAN_WRITE, plans::plan);
        List<Route> routes = new ArrayList<>(List.of(put(), effects(), diagnosis()));
        Stream.concat(Stream.of(plan), QUESTIONS.stream())
                .map(question -> new Route(
                        HandlerType.POST,
                        question.path(),
                        new Access.Holders(question.scope()),
                        MediaTypes.JSON,
                        DocumentCall.handler(access, reasons, actions, language, clock, question.answer())))
                .forEach(routes::add);
        return routes;
    }

    private Route effects() {
        return new Route(
                HandlerType.GET,
                EffectRoutes.PATH,
                new Access.Holders(Scope.EFFECT_READ),
                List.of(MediaTypes.JSON, MediaTypes.HTML),
                new EffectRoutes(access, reasons, language, clock)::get);
    }

    private Route diagnosis() {
        return new Route(
                HandlerType.GET,
                DiagnosisRoutes.PATH,
                new Access.Holders(Scope.DIAGNOSIS_READ),
                List.of(MediaTypes.JSON, MediaTypes.HTML),
                new DiagnosisRoutes(access, reasons, language, clock)::get);
    }

    private Route put() {
        return new Route(
                HandlerType.PUT,
                OutcomeRoutes.PATH,
                new Access.Holders(Scope.OUTCOME_WRITE),
                MediaTypes.JSON,
                ctx -> DocumentCall.handler(
                                access,
                                reasons,
                                actions,
                                language,
                                clock,
                                call -> OutcomeRoutes.put(call, ctx.req().getRequestURI()))
                        .handle(ctx));
    }
}
