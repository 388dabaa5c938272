package io.holdfast.simulation.treatment;

/**
 * How a unit answers to care, as long as it lives.
 *
 * @param responsiveness exponent on factors that help: 0 is deaf to care, 1 the ordinary answer
 * @param wariness exponent on factors that harm: 0 does not mind being contacted, 1 the ordinary answer
 */
public record Response(double responsiveness, double wariness) {
    /** Answers in full to what helps, and to what harms. */
    public static final Response ORDINARY = new Response(1, 1);

    /** Checks the ranges. */
    public Response {
        if (!(responsiveness >= 0 && responsiveness <= 2) || !(wariness >= 0 && wariness <= 2)) {
            throw new IllegalArgumentException("response: " + responsiveness + ", " + wariness + " (expected: 0 to 2)");
        }
    }
}
