package io.holdfast.care.plan;

import io.holdfast.care.playbook.Channel;
import io.holdfast.scoring.dataset.LocalizedText;
import java.time.LocalDate;

/**
 * One contact of a planned play.
 *
 * @param number from 1
 * @param channel by which way
 * @param team who does it; empty if the playbook names none
 * @param dueAt the day it is due
 * @param expiresAt the last day on which it makes sense
 * @param text what the agent is to do
 */
public record PlannedStep(
        int number, Channel channel, String team, LocalDate dueAt, LocalDate expiresAt, LocalizedText text) {}
