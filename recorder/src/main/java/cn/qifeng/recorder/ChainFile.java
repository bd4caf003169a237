package cn.qifeng.recorder;

import cn.qifeng.trust.json.CanonicalJson;
import cn.qifeng.trust.recording.ChainLink;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The chain beside the media, {@code chain.jsonl}: one item a line, forced to the disk before anybody hears of it. A line
 * that a death cut in the middle was never told to anybody, and is taken away.
 */
final class ChainFile implements AutoCloseable {

    static final String NAME = "chain.jsonl";

    private final FileChannel channel;
    private final List<ObjectNode> found = new ArrayList<>();
    private ChainLink last = ChainLink.START;

    private ChainFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens the chain of a folder; throws {@link IllegalStateException} when it does not hold. */
    static ChainFile open(Path folder) throws IOException {
        Files.createDirectories(folder);
        var path = folder.resolve(NAME);
        @SuppressWarnings("resource") // closed with the channel
        var file = new ChainFile(new RandomAccessFile(path.toFile(), "rw").getChannel());
        file.read(Files.readAllBytes(path));
        return file;
    }

    private void read(byte[] bytes) throws IOException {
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                take(Arrays.copyOfRange(bytes, from, i));
                from = i + 1;
            }
        }
        channel.truncate(from);
        channel.position(from);
    }

    private void take(byte[] line) {
        var item = CanonicalJson.decode(line);
        if (!last.isFollowedBy(item)) {
            throw new IllegalStateException("the chain is broken behind item " + last.seq());
        }
        last = last.behind(item);
        found.add(item);
    }

    /** Items that were there when it was opened. */
    List<ObjectNode> found() {
        return found;
    }

    /** Whether the last item closes the chain. */
    boolean closed() {
        return !found.isEmpty()
                && found.get(found.size() - 1).path("kind").asText().equals("CLOSED");
    }

    /** Appends an item and forces it to the disk. */
    ObjectNode append(ObjectNode item) throws IOException {
        var next = last.append(item);
        var line = CanonicalJson.encode(item);
        var buffer =
                ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(false);
        last = next;
        return item;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
