/** Terminals of seats (席位终端): binding by activation code, proof by the device's key, presence and heart-beat. */
package cn.qifeng.evaluation.terminal;
