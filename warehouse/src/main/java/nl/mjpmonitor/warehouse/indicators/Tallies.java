package nl.mjpmonitor.warehouse.indicators;

import java.util.List;

/** What was counted for questions. */
interface Tallies {

    /** What the rows in each period of the question add up to, in the order of the periods: of a level one tally a leaf, else one at most. */
    List<List<Tally>> of(SeriesQuestion question);
}
