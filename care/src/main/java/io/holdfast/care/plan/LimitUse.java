package io.holdfast.care.plan;

/**
 * How far a plan uses one of its limits. Shadows count: they have to compete as everybody does, or they could not be compared.
 *
 * @param name {@code money}, {@code team:...}, {@code channel:...} or {@code exploration}
 * @param used money, contacts or customers, at most the limit
 * @param limit the most allowed; may be infinite
 * @param price what one more unit would bring about, in money; 0 where the limit does not bind
 */
public record LimitUse(String name, double used, double limit, double price) {}
