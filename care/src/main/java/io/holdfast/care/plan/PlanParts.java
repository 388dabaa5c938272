package io.holdfast.care.plan;

import io.holdfast.care.playbook.Planning;
import io.holdfast.care.playbook.Playbook;
import io.holdfast.scoring.dataset.ReasonCatalogue;
import java.util.List;

/** What a plan was made by, kept to explain it. */
record PlanParts(
        Playbook playbook,
        Planning planning,
        ReasonCatalogue reasons,
        ActionEffects effects,
        List<PlayTerms> terms,
        Screening screening,
        Groups groups,
        Lots lots,
        PlanSettings settings,
        Limits limits,
        TriedPlays tried,
        KeptRows kept) {}
