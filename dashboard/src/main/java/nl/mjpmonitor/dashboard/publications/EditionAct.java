package nl.mjpmonitor.dashboard.publications;

import java.time.Instant;
import nl.mjpmonitor.dashboard.access.Role;

/**
 * What somebody did to an edition.
 *
 * @param number counted from 1; also the version it made
 * @param state where the edition came to
 * @param actor name of the account
 * @param role role in which it acted
 * @param at when
 */
public record EditionAct(int number, EditionState state, String actor, Role role, Instant at) {}
