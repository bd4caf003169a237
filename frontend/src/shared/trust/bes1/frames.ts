import { concat, u32, type Bytes } from '../bytes'
import { decryptSm4Gcm, encryptSm4Gcm } from '../sm4gcm'
import { sm3 } from '../sm3'

/** Place of a frame: file n, frame i from 0, and whether it is the last of its file. */
export interface FramePlace {
  n: number
  i: number
  last: boolean
}

const nonceOf = ({ i, last }: FramePlace) => concat(new Uint8Array(7), u32(i), new Uint8Array([last ? 1 : 0]))
const aadOf = (core: Uint8Array, n: number) => concat(core, u32(n))

/** Seals one frame of at most 1 MiB. */
export function sealFrame(fileKey: Uint8Array, core: Uint8Array, place: FramePlace, plain: Uint8Array): Bytes {
  return encryptSm4Gcm(fileKey, nonceOf(place), aadOf(core, place.n), plain)
}

/** Opens one frame; refuses when its tag does not verify. */
export function openFrame(fileKey: Uint8Array, core: Uint8Array, place: FramePlace, frame: Uint8Array): Bytes {
  return decryptSm4Gcm(fileKey, nonceOf(place), aadOf(core, place.n), frame)
}

/** `cipherSm3` of a file from the SM3 of its frames. */
export function cipherSm3Of(frameHashes: Uint8Array[]): Bytes {
  return sm3(concat(...frameHashes))
}
