package io.holdfast.serving.http;

import io.holdfast.scoring.fault.Excerpt;
import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;

/**
 * Where the server listens, looked up once, so that what was checked is what is opened.
 *
 * @param address what the host's name stands for
 */
record ListenAddress(InetAddress address) {
    /** @throws InputException when there is no such host */
    static ListenAddress of(String host) {
        try {
            return new ListenAddress(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            throw new InputException(
                    "unknown_host",
                    "no host is called " + Excerpt.of(host) + "; expected a name or address of this machine",
                    e);
        }
    }

    boolean isThisMachineOnly() {
        return address.isLoopbackAddress();
    }

    String literal() {
        return address.getHostAddress();
    }

    /**
     * Why others than this machine's programs can reach a server here; empty text where they cannot.
     *
     * @throws InputException when they could, and listen in
     */
    String reachable(ServerSettings settings) {
        if (settings.transport() instanceof Transport.BehindTlsProxy) {
            return "others can reach the server through the proxy";
        }
        if (isThisMachineOnly()) {
            return "";
        }
        if (settings.transport() instanceof Transport.Plain) {
            throw new InputException(
                    HoldfastServer.TLS_REQUIRED,
                    "host " + Excerpt.of(settings.host()) + " can be reached from other machines; expected a TLS"
                            + " certificate, or a proxy in front that speaks TLS");
        }
        return "host " + Excerpt.of(settings.host()) + " can be reached from other machines";
    }

    /**
     * Takes the port, before the web framework starts, which would log a failure at length.
     *
     * @throws InputException when it is not to be had
     */
    ServerSocketChannel open(ServerSettings settings) {
        try {
            ServerSocketChannel channel = ServerSocketChannel.open();
            try {
                channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
                return channel.bind(new InetSocketAddress(address, settings.port()));
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new InputException(
                    "port_unavailable",
                    "cannot listen on " + settings.host() + " port " + settings.port()
                            + ": it is taken or not allowed; expected a free port",
                    e);
        }
    }
}
