package nl.mjpmonitor.dashboard.review;

import java.time.Instant;
import nl.mjpmonitor.dashboard.access.Role;

/**
 * What is known of a snapshot without opening it.
 *
 * @param id number given by the store; 0 for one that is not kept yet
 * @param key which Maandbeeld
 * @param establishedAt when
 * @param author name of the account that established it
 * @param authorRole role in which it did
 * @param peildatum the figures are what the warehouse knew at this moment
 * @param hash SHA-256 of the content, hexadecimal
 */
record SnapshotHeading(
        long id,
        ReviewKey key,
        Instant establishedAt,
        String author,
        Role authorRole,
        Instant peildatum,
        String hash) {}
