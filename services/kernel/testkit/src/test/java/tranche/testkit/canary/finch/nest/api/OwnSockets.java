package tranche.testkit.canary.finch.nest.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URL;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.channels.SocketChannel;
import tranche.testkit.house.Breaks;

/** Each method opens a connection, or could. */
@Breaks("nobody but world opens a connection")
final class OwnSockets {

    private OwnSockets() {}

    static HttpClient client() {
        return HttpClient.newHttpClient();
    }

    static HttpClient built() {
        return HttpClient.newBuilder().build();
    }

    static Socket socket() {
        return new Socket();
    }

    static ServerSocket server() throws IOException {
        return new ServerSocket();
    }

    static InputStream stream(URL address) throws IOException {
        return address.openStream();
    }

    static InetAddress lookUp(String name) throws UnknownHostException {
        return InetAddress.getByName(name);
    }

    static SocketChannel channel() throws IOException {
        return SocketChannel.open();
    }
}
