package io.holdfast.simulation.behaviour;

import io.holdfast.simulation.draw.Draws;
import io.holdfast.simulation.draw.Purpose;
import io.holdfast.simulation.treatment.Response;
import io.holdfast.simulation.world.World;

/**
 * What never changes in a unit and stands in no company's files.
 *
 * @param priceSensitivity 0 to 1
 * @param patience 0 to 1
 * @param attachment 0 to 1
 * @param demanding whether much depends on the service
 * @param response how it answers to care
 * @param rhythm own mean number of purchases a month
 * @param basket own typical purchase, in cents
 * @param digital 0 to 1, how much is done online
 * @param glitchy whether the customer's device often fails to log in
 * @param weakLine whether the place or line often fails
 * @param toil whether everything has to be done by hand
 * @param soleProduct whether the customer has but one product
 * @param favourite number of the preferred category
 * @param billingDay when in the month the bill comes, 0 to 0.85
 */
public record Traits(
        double priceSensitivity,
        double patience,
        double attachment,
        boolean demanding,
        Response response,
        double rhythm,
        double basket,
        double digital,
        boolean glitchy,
        boolean weakLine,
        boolean toil,
        boolean soleProduct,
        int favourite,
        double billingDay) {
    private static final double DEAF = 0.25;
    private static final double LATEST_BILL = 0.85;
    private static final double MOST_PURCHASES = 12;

    static Traits draw(World world, Draws unit) {
        double[] u = new double[13];
        for (int at = 0; at < u.length; at++) {
            u[at] = unit.uniform(Purpose.TRAIT, at);
        }
        double responsiveness = u[4] < DEAF ? 0 : 0.5 + (u[4] - DEAF) / (1 - DEAF);
        double rhythm = world.rhythm() * StrictMath.exp(0.55 * unit.normal(Purpose.TRAIT, 20));
        return new Traits(
                u[0],
                u[1],
                u[2],
                u[3] < 0.25,
                new Response(responsiveness, 1.5 * u[5]),
                world.contractual() ? 1 : StrictMath.min(MOST_PURCHASES, StrictMath.max(0.25, rhythm)),
                world.basket() * StrictMath.exp(0.45 * unit.normal(Purpose.TRAIT, 21)),
                u[6],
                u[7] < 0.12,
                u[8] < 0.10,
                u[9] < 0.40,
                u[10] < 0.45,
                (int) (u[11] * world.categories().size()),
                LATEST_BILL * u[12]);
    }
}
