package org.postern.site;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * What goes on a letter.
 *
 * @param upToGrams the heaviest letter that it is enough for
 * @param price in the currency's smallest unit, e.g. cents
 * @param currency ISO 4217
 */
public record Stamp(int upToGrams, long price, String currency) {

    /** @return such as {@code €1.25} */
    public String text(Locale locale) {
        return money(price, currency, locale);
    }

    /** @return an amount of smallest units as people of that language write it */
    public static String money(long amount, String currency, Locale locale) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(unit);
        format.setMinimumFractionDigits(digits(unit));
        format.setMaximumFractionDigits(digits(unit));
        return format.format(BigDecimal.valueOf(amount, digits(unit)));
    }

    /** @return decimals that prices of a currency have; none for those that have no use for any */
    static int digits(Currency unit) {
        return Math.max(0, unit.getDefaultFractionDigits());
    }
}
