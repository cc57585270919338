package org.redress.desk;

/** What a person says has become of a letter that did not leave, or may not have. */
enum Settlement {
    ARRIVED("The letter did arrive"),
    SEND_AGAIN("The letter is sent again"),
    CORRECT_ADDRESS("The address is put right and the letter sent there"),
    PRINT_AND_POST("The letter was printed and posted"),
    CANNOT_BE_REACHED("The addressee cannot be reached");

    private final String words;

    Settlement(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
