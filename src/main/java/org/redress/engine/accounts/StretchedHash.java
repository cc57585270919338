package org.redress.engine.accounts;

import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/**
 * Keeps passwords so that whoever steals the table must work long for each guess; the engine's own single round of SHA-512
 * is over in no time. The name carries the number of rounds: with another number, passwords kept earlier can still be
 * checked by an encryptor of the old name.
 */
final class StretchedHash implements PasswordEncryptor {

    private static final int ROUNDS = 210_000;
    private static final int SALT_BYTES = 16;

    private final Pbkdf2PasswordEncoder encoder = new Pbkdf2PasswordEncoder(
            "", SALT_BYTES, ROUNDS, Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA512);

    @Override
    public String encrypt(String password) {
        return encoder.encode(password);
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(password, encrypted);
    }

    @Override
    public String hashAlgorithmName() {
        return "PBKDF2-SHA512-" + ROUNDS;
    }
}
