/**
 * Blind technical files (暗标): what marks a file carries, and the one form in which experts read it. Plain Java on
 * PDFBox, the same code for the bidder before sealing, the platform after the opening, and whoever computes it again.
 */
package cn.qifeng.blind;
