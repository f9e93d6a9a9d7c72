package nl.mjpmonitor.dashboard.review;

import java.time.Instant;
import nl.mjpmonitor.dashboard.access.Role;

/**
 * An agenda after one act.
 *
 * @param number counted from 1
 * @param content what stands in it
 * @param author name of the account that acted
 * @param authorRole role in which it acted
 * @param writtenAt when
 */
record AgendaVersion(int number, AgendaContent content, String author, Role authorRole, Instant writtenAt) {}
