/** A trustee at its own client: key ceremony, draws, verification of what is to be opened, press, destruction of keys. */
package cn.qifeng.cli.trustee;
