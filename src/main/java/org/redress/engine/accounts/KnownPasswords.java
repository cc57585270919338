package org.redress.engine.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Machines send their password with every request, and checking it is slow on purpose. What was right is remembered for
 * some minutes, as a digest under a key that lives and dies with this process. The stored hash is part of it, so that a
 * changed password counts at once.
 */
@Component
class KnownPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 500;
    private static final String MAC = "HmacSHA256";

    private final Clock clock;
    private final byte[] key = new byte[32];
    private final String nobodys;
    private final Map<ByteBuffer, Instant> right = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Instant> eldest) {
            return size() > MOST;
        }
    };

    KnownPasswords(Clock clock) {
        this.clock = clock;
        SecureRandom random = new SecureRandom();
        random.nextBytes(key);
        byte[] unguessable = new byte[32];
        random.nextBytes(unguessable);
        StretchedHash hash = new StretchedHash();
        nobodys = "{" + hash.hashAlgorithmName() + "}" + hash.encrypt(java.util.HexFormat.of().formatHex(unguessable));
    }

    /** A stored hash that no password fits. */
    String nobodys() {
        return nobodys;
    }

    /** Whether the password is right: known from a moment ago, or found to be. */
    boolean is(String account, String password, String stored, BooleanSupplier slowly) {
        ByteBuffer digest = digest(account, password, stored);
        Instant now = clock.instant();
        synchronized (right) {
            Instant since = right.get(digest);
            if (since != null && now.isBefore(since.plus(REMEMBERED))) {
                return true;
            }
        }
        boolean found = slowly.getAsBoolean();
        if (found) {
            synchronized (right) {
                right.put(digest, now);
            }
        }
        return found;
    }

    private ByteBuffer digest(String... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            for (String part : parts) {
                byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                mac.update(bytes);
            }
            return ByteBuffer.wrap(mac.doFinal());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }
}
