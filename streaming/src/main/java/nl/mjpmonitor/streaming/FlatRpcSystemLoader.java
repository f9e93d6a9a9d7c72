package nl.mjpmonitor.streaming;

import java.util.Iterator;
import java.util.ServiceLoader;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.exceptions.RpcLoaderException;

/**
 * Takes Flink's remote calls from the class path when their library is there. Flink itself keeps it in a jar within a jar, which it
 * unpacks at each start and loads apart from everything else, so that no start can learn from an earlier one.
 *
 * <p>Without the library it declines, and Flink goes its own way.
 */
public final class FlatRpcSystemLoader implements RpcSystemLoader {

    /** Before Flink's own. */
    @Override
    public int getLoadPriority() {
        return -1;
    }

    @Override
    public RpcSystem loadRpcSystem(Configuration configuration) {
        Iterator<RpcSystem> found = ServiceLoader.load(RpcSystem.class, FlatRpcSystemLoader.class.getClassLoader())
                .iterator();
        if (!found.hasNext()) {
            throw new RpcLoaderException("No library for remote calls is on the class path");
        }
        return found.next();
    }
}
