/** Electronic bonds (电子保函): applied for in secret, opened with the bids, released after the contract. */
package cn.qifeng.bond.bond;
