package io.holdfast.serving.answer;

import io.holdfast.care.decision.Care;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.bundle.ModelBundle;
import io.holdfast.scoring.reason.ExplainOptions;
import io.holdfast.scoring.reason.Explainer;
import io.holdfast.scoring.reason.Explanation;
import io.holdfast.scoring.score.ChurnScore;
import io.holdfast.scoring.score.CustomerRecord;
import io.holdfast.scoring.score.Scorer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers for one bundle and playbook. Thread-safe: every call borrows a scorer of its own. */
public final class CustomerDesk {
    private final ModelBundle bundle;
    private final Explainer explainer;
    private final Care care;
    private final ConcurrentLinkedQueue<Scorer> idleScorers = new ConcurrentLinkedQueue<>();

    /**
     * @param playbook by which care is decided; without one there is none
     */
    public CustomerDesk(ModelBundle bundle, Optional<Playbook> playbook) {
        this.bundle = bundle;
        this.explainer = new Explainer(bundle);
        this.care = Care.by(playbook);
    }

    /**
     * Answers for every customer, in order, each as if it had come alone; only customers that came twice with different values are refused,
     * since nobody can know which ones are right.
     *
     * @param today decides whether a score is stale
     */
    public List<CustomerAnswer> answer(List<CustomerQuery> queries, ExplainOptions options, LocalDate today) {
        List<Optional<ChurnScore>> scores = score(queries);
        Validity validity = Validity.of(bundle, today);
        Twins twins = Twins.among(scores);
        List<CustomerAnswer> answers = new ArrayList<>(queries.size());
        for (int i = 0; i < queries.size(); i++) {
            answers.add(answer(queries.get(i), i, scores.get(i), twins, options, validity));
        }
        return answers;
    }

    /** Answers for one customer. */
    public CustomerAnswer.Scored answer(CustomerRecord customer, ExplainOptions options, LocalDate today) {
        ChurnScore score = new Scorer(bundle).score(customer);
        return answer(customer.id(), OptionalInt.empty(), score, options, Validity.of(bundle, today));
    }

    private List<Optional<ChurnScore>> score(List<CustomerQuery> queries) {
        Scorer idle = idleScorers.poll();
        Scorer scorer = idle == null ? new Scorer(bundle) : idle;
        List<Optional<ChurnScore>> scores = new ArrayList<>(queries.size());
        for (CustomerQuery query : queries) {
            scores.add(
                    query instanceof CustomerQuery.Legible legible
                            ? Optional.of(riskiest(scorer, legible.units()))
                            : Optional.empty());
        }
        idleScorers.add(scorer);
        return scores;
    }

    /** The score of the unit at the highest risk, the first of equal ones. */
    private static ChurnScore riskiest(Scorer scorer, List<CustomerRecord> units) {
        ChurnScore highest = scorer.score(units.get(0));
        for (int i = 1; i < units.size(); i++) {
            ChurnScore score = scorer.score(units.get(i));
            if (score.logOdds() > highest.logOdds()) {
                highest = score;
            }
        }
        return highest;
    }

    private CustomerAnswer answer(
            CustomerQuery query,
            int position,
            Optional<ChurnScore> score,
            Twins twins,
            ExplainOptions options,
            Validity validity) {
        if (query instanceof CustomerQuery.Illegible illegible) {
            return new CustomerAnswer.Refused(illegible.id(), illegible.refusal(), illegible.pointer());
        }
        if (query instanceof CustomerQuery.Barred barred) {
            return new CustomerAnswer.Excluded(barred.customerId(), barred.refusal(), barred.pointer());
        }
        CustomerQuery.Legible legible = (CustomerQuery.Legible) query;
        ChurnScore known = score.orElseThrow();
        if (twins.disagree(known.customer().id())) {
            return new CustomerAnswer.Refused(
                    Optional.of(legible.customerId()), Twins.CONFLICT, "/customers/" + position + "/customerId");
        }
        OptionalInt units = legible.apart() ? OptionalInt.of(legible.units().size()) : OptionalInt.empty();
        return answer(legible.customerId(), units, known, options, validity);
    }

    private CustomerAnswer.Scored answer(
            String customerId, OptionalInt units, ChurnScore known, ExplainOptions options, Validity validity) {
        Explanation explanation = explainer.explain(known, options);
        boolean stale = validity.isOver(known.customer().asOf());
        return new CustomerAnswer.Scored(
                customerId,
                units,
                known,
                explanation,
                validity.until(known.customer().asOf()),
                stale,
                care.decide(known, explanation.ranking(), stale),
                validity.warnings(known));
    }
}
