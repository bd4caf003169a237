/** Price scores of a tender computed again from a file, without any platform (docs/price-methods.md). */
package cn.qifeng.cli.score;
