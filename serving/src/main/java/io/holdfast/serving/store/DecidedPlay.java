package io.holdfast.serving.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A play that was decided, carried out or only written down, as the next plan sees it.
 *
 * @param customerId the id that stays after merges
 * @param dueAt when its first step was due, or would have been
 * @param action its code
 * @param planId the plan that decided
 * @param stepsTried how many of its steps somebody tried
 * @param lastTried when the company last tried to reach the customer for it, if it did
 * @param refusedAt when the customer refused it, if they did
 */
public record DecidedPlay(
        String customerId,
        Instant dueAt,
        String action,
        String planId,
        int stepsTried,
        Optional<Instant> lastTried,
        Optional<Instant> refusedAt) {}
