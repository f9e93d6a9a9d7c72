package nl.mjpmonitor.ops.clickhouse.gateway;

import java.util.Map;
import java.util.Optional;

/**
 * A request for a statement, read up to the data of an INSERT.
 *
 * @param queryId chosen by the client or made for it
 * @param user who asks
 * @param database to run in; empty for the session's own
 * @param session to run in; empty for one of its own
 * @param settings for this statement only
 * @param parameters values for {@code {name:Type}}
 * @param encoding how the answer is encoded
 * @param mayOnlyRead whether the way it was asked forbids changes, as GET does
 * @param text the statement
 */
record StatementRequest(
        String queryId,
        String user,
        Optional<String> database,
        Optional<SessionRequest> session,
        Map<String, String> settings,
        Map<String, String> parameters,
        AnswerEncoding encoding,
        boolean mayOnlyRead,
        StatementText text) {}
