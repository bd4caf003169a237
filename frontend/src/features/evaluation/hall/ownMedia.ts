/** Why there is no picture or voice of one's own (设备问题); each has its words and what to do. */
export type DeviceTrouble = 'insecure' | 'denied' | 'none' | 'busy' | 'other'

/** How large a picture this browser takes (画面大小), kept for the next time. */
export type Picture = 'USUAL' | 'SMALL'

const KEY = 'hall-picture'
const SIZES: Record<Picture, MediaTrackConstraints> = {
  USUAL: { width: { ideal: 640 }, height: { ideal: 360 }, frameRate: { ideal: 15, max: 20 } },
  SMALL: { width: { ideal: 320 }, height: { ideal: 180 }, frameRate: { ideal: 10, max: 10 } },
}
const VOICE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true }

export const keptPicture = (): Picture => (localStorage.getItem(KEY) === 'SMALL' ? 'SMALL' : 'USUAL')
export const keepPicture = (picture: Picture) => localStorage.setItem(KEY, picture)

/** What a browser's error means. */
export function troubleOf(thrown: unknown): DeviceTrouble {
  const name = (thrown as { name?: string })?.name ?? ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'other'
}

/** Tracks that could be had, and what was wrong with the rest. */
export interface Devices {
  microphone?: MediaStreamTrack
  camera?: MediaStreamTrack
  troubles: { microphone?: DeviceTrouble; camera?: DeviceTrouble }
}

async function track(wanted: MediaStreamConstraints): Promise<MediaStreamTrack> {
  const stream = await navigator.mediaDevices.getUserMedia(wanted)
  return stream.getTracks()[0]!
}

/** Asks for microphone and camera, each by itself, so that the one comes without the other. */
export async function openDevices(picture: Picture): Promise<Devices> {
  if (!navigator.mediaDevices?.getUserMedia) return { troubles: { microphone: 'insecure', camera: 'insecure' } }
  const devices: Devices = { troubles: {} }
  try {
    devices.microphone = await track({ audio: VOICE })
  } catch (thrown) {
    devices.troubles.microphone = troubleOf(thrown)
  }
  try {
    devices.camera = await openCamera(picture)
  } catch (thrown) {
    devices.troubles.camera = troubleOf(thrown)
  }
  return devices
}

export const openCamera = (picture: Picture) => track({ video: SIZES[picture] })

/** The screen that the leader chooses to show; nothing when it chose none. */
export async function openScreen(): Promise<MediaStreamTrack | undefined> {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 5 } }, audio: false })
    return stream.getVideoTracks()[0]
  } catch (thrown) {
    if (troubleOf(thrown) === 'denied') return undefined
    throw thrown
  }
}
