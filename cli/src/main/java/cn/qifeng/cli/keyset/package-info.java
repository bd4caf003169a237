/** Key sets of a tender, as its agency names and replaces them at its own client (密钥组). */
package cn.qifeng.cli.keyset;
